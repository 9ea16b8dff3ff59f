import { docsTitle, docsUrl } from '../checks/docs.ts'
import type { DocsLink } from '../core/prose.ts'

/** Pages of the documentation by their titles; followed by a person, never by the page. */
export const DocsLinks = ({ links }: { readonly links: readonly DocsLink[] }) => (
  <ul className="docs" aria-label="In the documentation">
    {links.map(link => (
      <li key={link}>
        <a href={docsUrl(link)} rel="noreferrer">
          {docsTitle(link)}
        </a>
      </li>
    ))}
  </ul>
)
