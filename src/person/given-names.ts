/**
 * Given names that are borne by men alone, or by women alone, in the countries whose languages are read here. Names of both
 * (Andrea, Jean, Kim, Nikita, Robin, Sasha) are left out: they prove nothing. So are those of women that a man's name is
 * declined to (Александра, Евгения).
 */
const MEN = `
  aaron abdul abdullah abraham adam adrian ahmad ahmed alain alan albert alberto aleksander aleksandr alessandro alexander alexandre
  alexei alfred ali allan allen amir anatoly anders andré andre andreas andrei andrew andrey andrii andriy andrzej angus anthony anton
  antoine antonio antony armin arnaud arnold artem arthur artur axel barack barry bart bartosz ben benedikt benjamin benoît bernard bernd
  bernhard bernie bertrand bill björn bob bogdan boris brad brendan brett brian bruce bruno bryan burkhard carl carlos cesar chad
  charles christoph christophe christopher christian chuck claudio claus clément colin cory craig dale dan daniel daniil danylo darren
  darryl dave david dean denis dennis denys derek detlef didier diego dieter dietmar dirk dmitri dmitriy dmitry dmytro dominik don
  donald doug douglas duncan dustin dwight dylan eberhard ed eddie edgar eduard eduardo edward edwin egon elias elijah elliott elon emil
  emmanuel enrico eric erich erik ernst étienne ethan eugene evan evgeny fabian fabien fabrice federico felix ferdinand fernando
  filip florian franck francesco francis francisco françois frank frans franz fred frédéric frederick friedrich fritz fyodor gareth gary
  gavin geoff geoffrey georg george georges gérard gerald gerhard gianni gilles giorgio giovanni giuseppe glenn gordon graham greg
  gregor gregory grégory grzegorz guillaume gunnar günter günther gustav guy hamid hannes hans harald harold harry hassan heiko heinrich
  heinz helmut hendrik henri henrik henry herbert hermann holger horst howard hubert hugh hugo hussein ian ibrahim igor ihor ilya
  isaac ismail ivan jack jacek jackson jacob jacques jake jakob jakub james janusz jared jarosław jason javier jay jeff
  jeffrey jens jeremy jérôme jerry jerzy jesse jim jimmy joachim joão joaquín jochen joe joel johan johann johannes john johnny jonas
  jonathan jordi jörg jorge jose josé josef joseph joshua josip juan jürgen julien julio justin kai karim karl karol karsten kamil
  keith ken kenneth kevin khaled kirill klaus konrad konstantin krzysztof kurt kyle kyrylo lars laurent lawrence leo leon leonard leonid
  leszek lewis liam lloyd loïc louis luc luca lucas luigi luis lukas łukasz luke maciej magnus mahmoud maksim maksym malcolm manfred
  manuel marc marcel marcin marco marcos marcus marek mario mariusz mark marko markus marshall martin marvin massimo mateusz
  mathieu mathias matt matteo matthew matthias matthieu maurice max maxim maxime michael michał michel miguel mihai mike mikhail milan
  miroslav mitch mohamed mohammad mohammed moritz muhammad mustafa mykhailo mykola nathan nathaniel neil nicholas nick nicolas nigel nikolai
  nikolaus nils noah norbert norman olaf oleg oleh oleksandr oleksii oleksiy oliver olivier omar oscar oskar otto owen pablo paolo pascal patrick
  paul paulo pavel pavlo pawel paweł pedro peer per pete peter petr petro phil philip philipp philippe phillip pierre piotr rafael rafał
  rainer ralf ralph ramon raphaël ray raymond reiner reinhard rémi rené ricardo richard rick rob robert roberto rodrigo roger roland
  rolf roman romain ron ronald ross roy rudolf rupert russell ryan salman samuel samir scott sean sébastien sebastian serge sergei sergej
  sergey serhii serhiy seth shane shaun siegfried sigmar simon stanislav stanisław stefan stefano steffen stephan stéphane stephen
  steve steven stuart sven sylvain sławomir tadeusz ted terry theo theodor theodore thibault thierry thomas thorsten tim timo timothy
  timur tobias todd tom tomas tomasz tommy tony torsten travis trevor tristan tyler udo ulf ulrich uwe vadim vadym valentin valery vasily vasyl victor
  viktor vincent vincenzo vitali vitaliy vitalii vitaly vladimir vladislav vladyslav volker volodymyr walter warren wayne werner wilhelm
  will william willy winfried witold włodzimierz wojciech wolfgang xavier yann yannick yaroslav yevgeny yevhen yuri yuriy yurii yves zachary
  zbigniew zygmunt
  александр алексей анатолий андрей антон артем артём богдан борис вадим валентин валерий василий виктор виталий владимир владислав
  вячеслав геннадий георгий григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин леонид максим матвей михаил
  николай олег павел петр пётр роман руслан святослав семен сергей станислав степан тимур федор юрий ярослав яков
  олександр олексій анатолій андрій валерій василь віктор віталій володимир вячеслав геннадій георгій григорій данило дмитро євген іван
  ігор ілля костянтин леонід матвій михайло микола остап павло петро сергій тарас федір юрій яків денис`

const WOMEN = `
  abigail adele adriana agata agathe agnes agnès agnieszka aisha alena alexandra alice alicia alina aline alison allison alyssa amanda amber
  amelia amélie amina amy ana anastasia anastasiia andrée angela angelika angélique anita anja anke ann anna anne annabelle annalena annette annie
  anneliese antje antonia april arlene astrid audrey aurélie ava ayşe barbara beate beata beatrice béatrice becky belinda bernadette beth bethany
  betty beverly bianca birgit bonnie bożena bridget brigitte britta brooke caitlin candice cara carla carmen carol carole carolin
  caroline carolyn carrie catherine cathy cecilia cécile céline chantal charlene charlotte chelsea cheryl chiara chloe chloé christa
  christina christiane christelle christine cindy claire clara clarissa claudia clémence colette colleen constance corinna corinne
  cornelia courtney cristina cynthia dagmar daniela danielle daria darya deborah debra delphine denise diana diane dominika donna dora doris
  dorota dorothea dorothy edith ekaterina elaine eleanor elena eleonore elfriede elisa elisabeth élisabeth elise élise elizabeth elke ella ellen
  elżbieta elodie élodie emilia émilie emily emma erica erika erin esther eva eve evelyn ewa fatima fatma fiona florence frances
  francesca françoise franziska frauke frederike friederike gabriela gabrielle galina geneviève georgia georgina geraldine gerda ginny gisela giulia gloria grace
  gretchen grażyna greta gretel gudrun halina hanna hannah heather heidi heike helen helena hélène helga henriette hillary hilde hildegard
  holly ilona ilse imogen ines inès inga inge ingeborg ingrid inna irena irene irina iris iryna isabel isabella isabelle ivanka ivonne iwona izabela
  jacqueline jana jane janet janice janine jasmin jasmine jeanette jeanne jenna jennifer jenny jessica jill joan joann joanna joanne
  johanna josephine joséphine joy joyce juana judith judy julia juliane julie juliet juliette justyna jutta kamala karen karin karina karine
  karla karolina kataryna katarina katarzyna kate katerina kateryna katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina kayla
  kerstin kimberly kirsten klara klaudia kristen kristin kristina ksenia larissa larysa laura lauren laetitia lea léa leah lena
  lenka leonie lesia lidia lila lilian liliana lillian lily lina linda lisa liudmyla liz lorena lorraine louise lucia lucie
  lucy ludmila luisa luise lydia lyudmila madeleine madison magda magdalena magdalene maggie maja małgorzata mandy manuela mara margaret margarete margarita margot
  maria mariana marianne marianna marie mariia marilyn marina marine marjorie marlene marta martha martina mary maryna mathilde maud maureen
  megan meghan melanie mélanie melinda melissa mia michaela michelle mireille miriam mona monica monika monique muriel myriam nadège nadia nadine
  nadja nancy naomi natalia natalie nataliia natalya natasha nathalie nicole nina noemi nora norma odile oksana oleksandra olena olga olha
  olivia ophelia paige pamela patricia patrizia paula pauline penelope penny petra phyllis polina priscilla rachel ramona raquel rebecca regina
  regine renata renate rhonda rita roberta rosa rosalie rosalind rose rosemary rosie roswitha ruth sabina sabine sabrina sally samantha sandra
  sara sarah saskia selina serena sharon sheila shelley sherry shirley sibylle sigrid silke silvia simona sofia solène sonia
  sonja sophia sophie stacey stacy stefanie stella stephanie stéphanie sue summer susan susanna susanne suzanne svenja sveta svetlana
  svitlana swetlana sylvia sylvie sylwia tamara tania tanja tanya tara tatiana tatjana teresa tereza tessa tetiana theresa therese thérèse tiffany tina
  tracy trina trudy ulrike ursula uta ute valentina valérie valeria vanessa vera verena veronica veronika véronique victoria viktoria viktoriya viola
  violetta virginia virginie vivian viviane wanda wendy wiebke yolanda yulia yuliia yuliya yvette yvonne zofia zoe zoé zuzana żaneta
  алина алла анастасия ангелина анна варвара вера вероника виктория галина дарья диана ева екатерина
  елена елизавета жанна зинаида зоя инна ирина карина кира ксения лариса лидия любовь людмила маргарита марина мария надежда наталия наталья
  нина оксана олеся ольга полина раиса светлана софья софия тамара татьяна ульяна юлия яна
  аліна анастасія ганна вікторія вероніка дарина діана єва катерина олена єлизавета зінаїда інна ірина каріна ксенія лариса
  лідія людмила марія маріна надія наталія ніна олеся поліна світлана софія таїсія тетяна уляна юлія яна христина соломія леся`

const GENDERS: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...namesIn(MEN).map((name) => [name, 'he'] as const),
  ...namesIn(WOMEN).map((name) => [name, 'she'] as const),
])

/** The pronoun of who bears a given name; undefined where the name leaves it open. */
export function pronounOfGivenName(name: string): 'he' | 'she' | undefined {
  const lower = name.toLowerCase()
  return GENDERS.get(lower) ?? GENDERS.get(lower.split('-')[0] ?? '')
}

function namesIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((name) => name !== '')
}
