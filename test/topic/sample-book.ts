import type { PeopleBook } from '../../src/person/person.ts'

/** An office that changed hands, and names with several spellings; all invented. */
export const sampleBook: PeopleBook = {
  roles: [
    {
      id: 'guild-master',
      names: ['Guild Master', 'head of the guild', 'глава гільдії', 'глава гильдии', 'Gildenmeister'],
    },
    { id: 'guild-clerk', names: ['Guild Clerk'] },
  ],
  people: [
    {
      id: 'ada-thornby',
      name: 'Ada Thornby',
      names: ['Thornby', 'Торнбі', 'Торнби'],
      held: [{ role: 'guild-master', from: '2014-10-01', to: '2024-10-01' }],
    },
    {
      id: 'ben-quill',
      name: 'Ben Quill',
      names: ['Quill', 'Квілл', 'Квилл'],
      held: [{ role: 'guild-master', from: '2024-10-01' }],
    },
  ],
  aliases: { Lunograd: ['Lunohrad', 'Луноград', 'Лунограді'], 'van den Brook': ['ван ден Брук'] },
}
