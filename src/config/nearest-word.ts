export { nearestWord } from '../topic/nearest-word.ts'
