#!/bin/sh
# Delivers a recorded day's digest through Postfix into a mailbox of its own, reads it with mutt and w3m, and has
# SpamAssassin judge it. For Debian, as root:
#
#     apt install postfix mutt w3m spamassassin
#     sh test/manual/real-clients.sh [OUT]
#
# What the programs showed is left in OUT (var/real-clients when left out); a check that fails ends the script.
set -eu
out=$(mkdir -p "${1:-var/real-clients}" && cd "${1:-var/real-clients}" && pwd)
desk=$(cd "$(dirname "$0")/../.." && pwd)
port=2525
work=$(mktemp -d /tmp/nightdesk-postfix-XXXXXX)
chmod 755 "$work"

stop() {
    postfix -c "$work/etc" stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap stop EXIT

fail() {
    echo "real-clients: expected $1" >&2
    exit 1
}

mkdir "$work/etc" "$work/queue" "$work/data" "$work/mail"
chown postfix "$work/data"
chown nobody "$work/mail"
sed "s/^smtp  *inet.*/127.0.0.1:$port inet n - n - - smtpd/" /usr/share/postfix/master.cf.dist >"$work/etc/master.cf"
cat >"$work/etc/main.cf" <<CONFIG
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:inbox/
virtual_mailbox_base = $work/mail
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
CONFIG
postfix -c "$work/etc" start

cd "$desk"
npx node bin/nightdesk.js replay fixtures/days/2024-06-14 --smtp "smtp://127.0.0.1:$port" --out "$out/replay" || true
tries=0
until mail=$(find "$work/mail/inbox/new" -type f 2>/dev/null | head -1) && [ -n "$mail" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || fail "a mail in the mailbox within 20 s"
    sleep 0.2
done
cp "$mail" "$out/delivered.eml"

# As mutt shows it: the text part, decoded.
TERM=xterm script -qec "mutt -n -F /dev/null -R -e 'set folder=/tmp pipe_decode=yes wait_key=no' \
    -e 'push \"<pipe-message>cat > $out/mutt.txt<enter><quit>y\"' -f $work/mail/inbox" /dev/null </dev/null >/dev/null
# As w3m shows it: the HTML part.
npx node -e "
const { default: PostalMime } = await import('postal-mime')
const { readFileSync, writeFileSync } = await import('node:fs')
const mail = await PostalMime.parse(readFileSync('$out/delivered.eml'))
writeFileSync('$out/delivered.html', mail.html)" --input-type=module
w3m -dump -cols 78 -T text/html "$out/delivered.html" >"$out/w3m.txt"
spamassassin -L -t <"$out/delivered.eml" >"$out/spamassassin.txt" 2>/dev/null || true

for client in mutt w3m; do
    grep -qF "Peace" "$out/$client.txt" || fail "the topic in $client.txt"
    ! grep -q '=[0-9A-F][0-9A-F]=' "$out/$client.txt" || fail "decoded text in $client.txt"
done
grep -q '^https\{0,1\}://' "$out/mutt.txt" || fail "links alone on their lines in mutt.txt"
# That the day is an old one and the mail never left this machine says nothing about the mail.
score=$(awk '/^ *-?[0-9.]+ [A-Z_0-9]+ / && $2 !~ /^(DATE_IN_PAST|ALL_TRUSTED)/ { sum += $1; n++ } END { if (n) print sum }' \
    "$out/spamassassin.txt")
[ -n "$score" ] || fail "a score in spamassassin.txt"
awk "BEGIN { exit !($score < 2) }" || fail "below 2 points from SpamAssassin, got $score"
echo "delivered through Postfix, read by mutt and w3m, $score points from SpamAssassin: $out"
