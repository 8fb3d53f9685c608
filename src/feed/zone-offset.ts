/** Minutes east of UTC of zone names as feeds write them: RFC 822's, and those people add. */
const eastMinutes: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  ist: 330,
  hkt: 480,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
}

const zones = new Map(Object.entries(eastMinutes))

/** Milliseconds east of UTC of `+0200`, `+02:00`, `GMT+2`, `EST`. What is not known, like no zone, is UTC. */
export function zoneOffsetMs(zone: string): number {
  const signed = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  const minutes = signed ? Number(signed[2]) * 60 + Number(signed[3] ?? 0) : (zones.get(zone.toLowerCase()) ?? 0)
  return (signed?.[1] === '-' ? -minutes : minutes) * 60_000
}
