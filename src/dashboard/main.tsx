import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/ui.css'
import './styles/forms.css'
import './styles/table.css'
import './styles/charts.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api.ts'
import { router } from './routes.tsx'
import { Toasts } from './ui/toast.tsx'
import { LanguageProvider } from './ui/words.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element #app')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
