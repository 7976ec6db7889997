import { expect, test } from "vitest";
import { findPostings, ownAddress } from "./find-postings";

const posting = (changes: object) => ({ "@type": "JobPosting", title: "Cook", ...changes });

test("what a graph names by reference is put in its place", () => {
  const block = {
    "@graph": [
      { "@type": "Organization", "@id": "#org", name: "Fonda" },
      { "@type": "Place", "@id": "#place", address: { addressLocality: "Lima" } },
      posting({ hiringOrganization: { "@id": "#org" }, jobLocation: [{ "@id": "#place" }, { "@id": "#none" }] }),
    ],
  };
  expect(findPostings([block])).toMatchObject([
    {
      hiringOrganization: { name: "Fonda" },
      jobLocation: [{ address: { addressLocality: "Lima" } }, { "@id": "#none" }],
    },
  ]);
});

test("a reference to itself ends", () => {
  const self: Record<string, unknown> = { "@type": "JobPosting", "@id": "#a", title: "Cook" };
  self.hiringOrganization = { "@id": "#a" };
  expect(findPostings([self])).toHaveLength(1);
});

test("an entry of a list hands its address to the posting inside it", () => {
  const list = {
    "@type": "ItemList",
    itemListElement: [
      { "@type": "ListItem", url: "/a", item: posting({}) },
      { "@type": "ListItem", url: "/b", item: posting({ url: "/own" }) },
    ],
  };
  expect(findPostings([list]).map((node) => node.url)).toEqual(["/a", "/own"]);
});

test("the bare entries of a list of similar jobs are no adverts of this page; entries with a text of their own are", () => {
  const similar = (changes: object) => ({
    "@type": "ItemList",
    itemListElement: [posting({ title: "Baker", ...changes })],
  });
  const main = posting({ description: "Cook." });
  expect(findPostings([main, similar({})])).toHaveLength(1);
  expect(findPostings([main, similar({ description: "Bake." })])).toHaveLength(2);
  expect(findPostings([similar({})])).toHaveLength(1);
});

test("two blocks of one advert are one, and two adverts of one title are two", () => {
  const text = { description: "Cook." };
  expect(findPostings([posting(text), posting({ identifier: "7" })])).toMatchObject([{ ...text, identifier: "7" }]);
  expect(findPostings([posting({ ...text, url: "/1" }), posting({ ...text, url: "/2" })])).toHaveLength(2);
  expect(findPostings([posting({ jobLocation: "Lima" }), posting({ jobLocation: "Quito" })])).toHaveLength(2);
  expect(findPostings([posting({}), posting({})])).toHaveLength(2);
});

test("a place on the page is no address of its own", () => {
  const page = "https://x.example/careers";
  expect(ownAddress(posting({ url: "/jobs/1" }), page)).toBe("https://x.example/jobs/1");
  expect(ownAddress(posting({ "@id": "https://x.example/jobs/2" }), page)).toBe("https://x.example/jobs/2");
  expect(ownAddress(posting({ url: "#cook" }), page)).toBeNull();
  expect(ownAddress(posting({ "@id": "#1" }), page)).toBeNull();
});
