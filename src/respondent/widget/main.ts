import type { WidgetConfig } from './config.ts'
import { startWidget } from './widget.ts'

/** The server puts the settings of the link here. */
declare const __CONFIG__: WidgetConfig

startWidget(__CONFIG__, document.currentScript as HTMLScriptElement | null)
