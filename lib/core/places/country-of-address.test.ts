import { expect, test } from "vitest";
import { countryOfAddress } from "./country-of-address";

test.each([
  ["https://www.bumeran.com.mx/empleos/1.html", "MX"],
  ["https://www.computrabajo.com.co/ofertas/1", "CO"],
  ["https://ec.computrabajo.com/ofertas/1", "EC"],
  ["https://www.multitrabajos.com/empleos/1", "EC"],
  ["https://www.elempleo.com/cr/ofertas-trabajo/cajero/1", "CR"],
  ["https://www.elempleo.com/co/ofertas-trabajo/cajero/1", "CO"],
  ["https://jobs.example.co.uk/1", "GB"],
  ["https://empleo.example.es/1", "ES"],
])("%s is of a country: %s", (address, country) => {
  expect(countryOfAddress(address)).toBe(country);
});

test.each([
  "https://jobs.example.com/1",
  "https://example.co/careers",
  "https://boards.example.io/1",
  "https://example.ai/jobs",
  "https://xx.computrabajo.com/1",
  "https://127.0.0.1/1",
  "no address",
  null,
])("%s is of none", (address) => {
  expect(countryOfAddress(address)).toBeNull();
});
