const TRACKERS =
  /^(?:utm_.+|pk_.+|mtm_.+|_ga|_gl|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|ncid|cmpid|ocid|smid|sr_share|at_(?:medium|campaign|custom.*|link_.+)|ns_(?:mchannel|source|campaign|linkname|fee)|wt_z?mc|ref_src|__twitter_impression|spm|xtor|rss_id|feed_id)$/i

/** Whether a query's `name=value` pair tells where a reader came from, and not what is read. */
export function isTrackingParameter(pair: string): boolean {
  const equals = pair.indexOf('=')
  return TRACKERS.test(equals === -1 ? pair : pair.slice(0, equals))
}
