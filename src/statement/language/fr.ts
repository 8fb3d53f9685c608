import { type SpeechLanguage, words } from './speech-language.ts'

/** French. */
export const FRENCH: SpeechLanguage = {
  code: 'fr',
  says: words(`indigne indigné renchérit exclame exclamé indigne indigné renchérit exclame exclamé s'indigne déclaré déclare déclarait déclara déclarent affirmé affirme affirmait affirment dit disait dira disent expliqué explique
    expliquait expliquent ajouté ajoute ajoutait précisé précise précisait indiqué indique indiquait indiquent souligné souligne
    soulignait estimé estime estimait estiment assuré assure assurait annoncé annonce annonçait rappelé rappelle rappelait
    répondu répond répondait averti avertit reconnu reconnaît reconnaissait confié confie écrit écrivait regretté regrette
    dénoncé dénonce martelé martèle insisté insiste conclu conclut lancé lance promis promet confirmé confirme prévenu prévient
    réagi réagit poursuivi poursuit raconté raconte jugé juge fustigé déploré déplore commenté commente détaillé résumé résume
    soutenu soutient prétendu prétend argué plaidé plaide relevé relève signalé signale nié rétorqué renchéri glissé`),
  maySay: words('note constate observe avance pense espère craint'),
  voices: words(
    'glisse souffle sourit lâche lâché peste glisse souffle sourit lâche lâché peste sourit plaisante témoigne réclame exige confesse interroge demande demandé soupire résume félicite félicité analyse ironise tonne tempère salue salué',
  ),
  tells: [],
  thinks: words('pense croit espère craint considère pensent croient veut'),
  demands: [
    'appelé à',
    'appelle à',
    'appelé',
    'exigé',
    'exige',
    'réclamé',
    'réclame',
    'proposé de',
    'promis de',
    'exhorté',
    'demandé',
  ],
  participles: words('ajoutant précisant soulignant affirmant expliquant assurant estimant rappelant indiquant'),
  tags: [],
  sources: ['selon', 'à en croire', "d' après", "de l' avis de", 'aux yeux de', 'pour sa part selon', 'dixit'],
  sourcesBehind: [],
  ownSources: ['selon lui', 'selon elle', 'selon eux', "d' après lui", "d' après elle", 'à son avis', 'à ses yeux'],
  carriers: [
    'rapporté par',
    'rapportés par',
    'cité par',
    'citée par',
    'cités par',
    'citant',
    'comme le rapporte',
    'rapporte',
    'relayé par',
  ],
  interviews: [
    'entretien à',
    'entretien au',
    'entretien avec',
    'interview à',
    'interview au',
    'interview accordée à',
    'entretien accordé à',
    'auprès de',
    "auprès de l'",
    'auprès du',
    'au micro de',
    'sur',
  ],
  occasions: [
    'lors',
    'au cours',
    'pendant',
    'dans un entretien',
    'dans une interview',
    'dans un communiqué',
    'dans un discours',
    'devant la presse',
    'devant les journalistes',
    "à l' issue",
    'en marge',
    'en conférence de presse',
  ],
  pointing: [],
  quoteSources: ['pour'],
  recounts: words('rappelle rappelé rappelait raconte raconté racontait'),
  that: ['que', "qu'", 'si', 'combien'],
  as: ['comme', 'ainsi'],
  he: words('il lui'),
  she: words('elle'),
  they: words('ils elles eux on'),
  determiners: words(
    "le la les l' un une des ce cette ces son sa ses leur leurs deux trois plusieurs certains quelques autre notre",
  ),
  links: words("de d' du des à au aux pour en chez"),
  prepositions: words(
    'dans sur sous avec sans par après avant depuis vers contre entre devant derrière pendant durant lors dès malgré selon parmi jusque face',
  ),
  boundaries: words(
    "je nous vous que qu' qui dont et mais ou où car si quand lorsque lorsqu' puisque puisqu' tandis donc alors comme",
  ),
  and: words('et'),
  auxiliaries: words("a ont avait avaient aura s' se ne n' y également aussi ensuite est sont"),
  passives: words('été être étaient'),
  unreal: words('pourrait pourraient devrait devraient pas jamais aurait voudrait refusé faut peut doit veut'),
  adverbs: words(
    "également aussi ensuite puis encore notamment toutefois cependant pourtant ainsi par ailleurs alors déjà hier aujourd'hui toujours enfin surtout même récemment immédiatement",
  ),
  adverbEnding: 'ment',
  roles:
    words(`président présidente vice-président ministre premier-ministre première secrétaire général générale chef cheffe dirigeant dirigeante
    chancelier chancelière porte-parole maire maires adjoint adjointe préfet préfète gouverneur ambassadeur ambassadrice commandant directeur directrice
    responsable responsables député députée députés sénateur sénatrice élu élue élus commissaire conseiller conseillère expert experte experts analyste
    analystes économiste économistes professeur professeure chercheur chercheuse chercheurs historien historienne avocat avocate avocats
    procureur procureure juge juges entraîneur entraîneuse sélectionneur capitaine joueur joueuse fondateur fondatrice pdg patron patronne
    propriétaire auteur autrice journaliste journalistes militant militante politologue diplomate diplomates médecin médecins infirmière enseignant
    enseignante habitant habitante habitants témoin témoins source sources voisin voisine voisins pompier pompiers policier policiers
    agriculteur agricultrice ouvrier salarié salariés père mère fils fille frère sœur gérant gérante roi reine prince princesse pape évêque
    archevêque cardinal délégué déléguée représentant représentante syndicaliste premier numéro colonel capitaine boulanger boulangère chargé chargée président-directeur`),
  broadRoles: words(
    'dirigeant dirigeante responsable chef cheffe représentant représentante élu élue président présidente ministre diplomate',
  ),
  organisations:
    words(`ministère gouvernement préfecture police parquet tribunal cour armée parti commission conseil parlement sénat assemblée
    entreprise groupe société association syndicat fédération fondation université institut hôpital banque ambassade agence
    organisation union mairie gendarmerie kremlin élysée direction administration alliance présidence diplomatie collectif
    opposition autorités autorité marine météo-france otan onu ue état-major région département`),
  media: words('média médias journal quotidien hebdomadaire chaîne radio presse magazine agence site'),
  documents: words('rapport communiqué document texte lettre note'),
  places: words(
    'paris moscou kiev kyiv washington londres berlin bruxelles pékin russie ukraine allemagne france pologne chine israël iran turquie varsovie genève rome madrid',
  ),
  particles: words("de du des la le d' von van al el ben"),
  honorificsHe: words('m monsieur'),
  honorificsShe: words('mme madame mlle'),
  weekdays: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  today: ["aujourd'hui"],
  yesterday: ['hier'],
  labels: { quote: ['citation'], source: ['source'], details: ['détails'], background: ['contexte', 'rappel'] },
  verbEndings: [],
  capitalNouns: false,
  genitivePlaces: false,
  compounds: false,
  dropsThat: 'never',
  verbFirst: true,
  dropsSubject: false,
  speechMarks: 'commas',
}
