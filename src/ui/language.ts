import { createContext, useContext } from 'hono/jsx'
import { type Lang, type UiMessages, uiMessages } from './ui.messages.ts'

/** Language of the page being rendered; Layout and renderFragment set it, so components need no `lang` prop. */
export const LanguageContext = createContext<Lang>('vi')

/** Language of the page being rendered. */
export function useLang(): Lang {
  return useContext(LanguageContext)
}

/** The components' own words in the language of the page being rendered. */
export function useUi(): UiMessages {
  return uiMessages[useLang()]
}
