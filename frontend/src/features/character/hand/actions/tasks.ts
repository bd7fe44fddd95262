/// Tasks of the tasks masters.
import { type ActionForm, amount, at, text } from '../action-form'
import { fromBag, inBag, quantity } from '../fields'

export const tasks: ActionForm[] = [
  {
    id: 'task_new',
    title: 'Take a task',
    about: 'Takes a task from the master of the tile.',
    fits: at('tasks_master'),
    fields: [],
    order: () => ({ type: 'task_new' }),
  },
  {
    id: 'task_trade',
    title: 'Hand over for the task',
    about: 'Hands over items that the task asks for.',
    fits: at('tasks_master'),
    fields: [
      fromBag(
        'The bag has nothing that the task asks for.',
        (code, { character }) => character.task?.code === code,
      ),
      quantity('most', inBag),
    ],
    order: (written) => ({ type: 'task_trade', code: text(written, 'code'), quantity: amount(written) }),
  },
  {
    id: 'task_complete',
    title: 'Complete the task',
    about: 'Gets the rewards of a task that is done.',
    fits: at('tasks_master'),
    fields: [],
    order: () => ({ type: 'task_complete' }),
  },
  {
    id: 'task_cancel',
    title: 'Give the task up',
    about: 'Gives the task up, for a coin.',
    fits: at('tasks_master'),
    fields: [],
    danger: 'What was done for the task is lost.',
    order: () => ({ type: 'task_cancel' }),
  },
  {
    id: 'task_exchange',
    title: 'Draw a reward',
    about: 'Draws a reward for six coins.',
    fits: at('tasks_master'),
    fields: [],
    order: () => ({ type: 'task_exchange' }),
  },
]
