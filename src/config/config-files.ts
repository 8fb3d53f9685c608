/** The files of a config, in the order in which their mistakes are told. */
export const configFiles = ['feeds.yaml', 'topics.yaml', 'people.yaml', 'digests.yaml', 'settings.yaml'] as const

/** Of one file. */
export const largestConfigBytes = 1024 ** 2
