/**
 * An http URL that stands as it would come out of the URL parser, which takes far longer to say so: a lower-case name
 * with a top-level domain of letters, no port or credentials, no dot segments, nothing that is to be escaped. Groups:
 * host, path, query.
 */
export const plainHttpUrl =
  /^https?:\/\/((?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,24})((?:\/(?!\.|%2[eE])[\w~:@!$&()*+,;=.%-]*)*)(\?[\w~:@!$&()*+,;=./?%-]*)?(?:#[\w~:@!$&()*+,;=./?%-]*)?$/
