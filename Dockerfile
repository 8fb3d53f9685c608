# The packages alone, so that an edit of the sources does not install them again. None of them has an install script
# that it needs.
FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY src src
COPY workers workers
COPY fixtures/days fixtures/days
# What the desk may write: its memory and outbox, and its config (`nightdesk feeds add`).
COPY --chown=node:node config config
RUN mkdir var && chown node:node var
# The user node of the base image, by number for hosts that check that it is not root.
USER 1000:1000
VOLUME ["/app/config", "/app/var"]

# Healthy while the desk ticks. One look costs a second or two of one core, so it is not taken often.
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s --retries=3 \
  CMD ["node", "bin/nightdesk.js", "status", "--health"]

# Without a shell in between, SIGTERM reaches the desk, which finishes what runs and ends.
ENTRYPOINT ["node", "bin/nightdesk.js"]
CMD ["start"]
