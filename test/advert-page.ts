/** The page of an advert as a board with structured data writes it. */
export function advertPage(advert: { id: string; title: string; company: string; description: string }): string {
  const data = {
    "@type": "JobPosting",
    identifier: advert.id,
    title: advert.title,
    hiringOrganization: { name: advert.company },
    description: advert.description,
    datePosted: "2026-11-01",
  };
  return `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><h1>${advert.title}</h1></body></html>`;
}
