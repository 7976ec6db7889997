import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { readPay } from "./read-pay";

function read(text: string, country: string | null, lang: Lang = "es", title = "Puesto") {
  return readPay({
    title: { field: "title", text: title, fold: foldText(title) },
    text: { field: "text", text, fold: foldText(text) },
    lang,
    country,
  });
}

function told(text: string, country: string | null, lang: Lang = "es", title?: string): string | null {
  const found = read(text, country, lang, title);
  if (found === null) return null;
  const { min, max, currency, period } = found.value.salary;
  return `${min === max ? String(min) : `${min}-${max}`} ${currency}/${period}`;
}

describe("Spanish adverts", () => {
  test.each([
    ["Sueldo: $1.200.000 brutos mensuales", "AR", "1200000 ARS/month"],
    ["Sueldo: $1.200.000,50 por mes", "AR", "1200000.5 ARS/month"],
    ["Remuneración inicial: $ 1. 3 5 0. 0 0 0. Horario de 8 a 1 7 h", "AR", "1350000 ARS/month"],
    ["Salario de $3.500.000 – $4.200.000 al mes", "CO", "3500000-4200000 COP/month"],
    ["Salario: 2 a 2,5 millones", "CO", "2000000-2500000 COP/month"],
    ["Pagamos 12.000 COP/hora", "CO", "12000 COP/hour"],
    ["Salario $1'500.000 mensuales", "CO", "1500000 COP/month"],
    ["Sueldo de 18-22k MXN mensuales", "MX", "18000-22000 MXN/month"],
    ["Sueldo: $8,500.00 quincenales", "MX", "17000 MXN/month"],
    ["Sueldo semanal de $2,400", "MX", "2400 MXN/week"],
    ["Salario: 12000 mensuales", "MX", "12000 MXN/month"],
    ["Sueldo 450", "EC", "450 USD/month"],
    ["REMUNERACIÓN\n1100\nLUGAR: Ambato", "EC", "1100 USD/month"],
    ["Sueldo: 600 mas beneficios de ley", "EC", "600 USD/month"],
    ["$500 más beneficios de ley", "EC", "500 USD/month"],
    ["Salario base US$ 800", "SV", "800 USD/month"],
    ["Renta líquida $1.800.000", "CL", "1800000 CLP/month"],
    ["Renta líquida 1,8 millones", "CL", "1800000 CLP/month"],
    ["Sueldo S/ 1,500", "PE", "1500 PEN/month"],
    ["Sueldo de S/. 1,025.00 a 1,400.00", "PE", "1025-1400 PEN/month"],
    ["Salario Q4,000", "GT", "4000 GTQ/month"],
    ["Salario: 430.000 colones", "CR", "430000 CRC/month"],
    ["Salario: 1.320.000", "CR", "1320000 CRC/month"],
    ["Salario: L 15,000", "HN", "15000 HNL/month"],
    ["Salario C$ 12,000 al mes", "NI", "12000 NIO/month"],
    ["Sueldo RD$25,000", "DO", "25000 DOP/month"],
    ["Sueldo nominal $ 45.000", "UY", "45000 UYU/month"],
    ["Salario Gs. 3.500.000", "PY", "3500000 PYG/month"],
    ["Sueldo Bs 3.500", "BO", "3500 BOB/month"],
    ["Renta líquida $700.000 mensual", "CL", "700000 CLP/month"],
    ["Sueldo líquido $650.000", "CL", "650000 CLP/month"],
    ["Salario R$ 4.500 por mes", "BR", "4500 BRL/month"],
    ["€30.000-35.000 brutos/año", "ES", "30000-35000 EUR/year"],
    ["Salario: entre 28.000 y 32.000 € b/a", "ES", "28000-32000 EUR/year"],
    ["Salario 24k-28k según valía", "ES", "24000-28000 EUR/year"],
    ["7,75 euros brutos/hora", "ES", "7.75 EUR/hour"],
    ["Salario: 26000 Brutos año", "ES", "26000 EUR/year"],
    ["Salario: 1.200brutos/mes", "ES", "1200 EUR/month"],
    ["Salario: A partir de 11.00 bruto/hora + extras", "ES", "11 EUR/hour"],
    ["Pago de $900 por jornada", "MX", "900 MXN/day"],
    ["Sueldo 2000 USD", "AR", "2000 USD/month"],
    ["Sueldo u$s 1.800 por mes", "AR", "1800 USD/month"],
    ["Sueldo fijo: 18 mil pesos al mes", "MX", "18000 MXN/month"],
  ])("%s (%s) is %s", (text, country, expected) => {
    expect(told(text, country)).toBe(expected);
  });
});

describe("English adverts", () => {
  test.each([
    ["Salary: $85,000 - $95,000", "US", "85000-95000 USD/year"],
    ["Salary Range = $71k - $100k (actual pay varies)", "US", "71000-100000 USD/year"],
    ["Pay: $25.50 /hour", "US", "25.5 USD/hour"],
    ["Hourly rate: $35.00 - $40.00", "US", "35-40 USD/hour"],
    ["Compensation: 50-55/hr", "US", "50-55 USD/hour"],
    ["Salary: $120+K and benefits", "US", "120000 USD/year"],
    ["Salary: 45K", "US", "45000 USD/year"],
    ["Salary: $119 ,000 TO $155 ,000", "US", "119000-155000 USD/year"],
    ["£13.50 an hour", "GB", "13.5 GBP/hour"],
    ["Salary\n£41,000 per annum", "GB", "41000 GBP/year"],
    ["London\n£91,951\nper year - estimated", "GB", "91951 GBP/year"],
    ["Day Rate: £375 - £400 (Outside IR35)", "GB", "375-400 GBP/day"],
    ["Rate £320p/d inside IR35", "GB", "320 GBP/day"],
    ["Pay £450 pw", "GB", "450 GBP/week"],
    ["Salary: Up to £43kContract: 12 months", "GB", "43000 GBP/year"],
    ["Basic salary £120-160,000 + bonus", "GB", "120000-160000 GBP/year"],
    ["65000.00 - 72000.00 £ per year", "GB", "65000-72000 GBP/year"],
    ["£28,000 - £32,000 basic salary", "GB", "28000-32000 GBP/year"],
    ["Remuneration: $139,200 - $158,800 including super", "AU", "139200-158800 AUD/year"],
    ["Salary 80,000 - 95,000 CAD", "CA", "80000-95000 CAD/year"],
    ["Salary: CHF 95'000 per year", "CH", "95000 CHF/year"],
    ["Salary: ₹6 - 9 LPA", "IN", "600000-900000 INR/year"],
    ["Salary: $1,500 per month", "CO", "1500 USD/month"],
    ["This position pays $15/hr", "US", "15 USD/hour"],
    ["Salary: <b>$205,000</b><span>—</span><span>$240,000</span> USD", "US", "205000-240000 USD/year"],
    ["MIN: $52,000 - MID: $60,000 - MAX: $68,000 compensation", "US", "52000-68000 USD/year"],
    ["Pay is biweekly. Biweekly pay: $2,400", "US", "1200 USD/week"],
  ])("%s (%s) is %s", (text, country, expected) => {
    expect(told(text, country, "en")).toBe(expected);
  });

  test("other languages' words for pay and periods are known where they are few", () => {
    expect(told("Rémunération : 40 000/44 000€", "FR", "und")).toBe("40000-44000 EUR/year");
    expect(told("Het salaris is 2100 tot 2500 euro bruto per maand", "NL", "und")).toBe("2100-2500 EUR/month");
  });
});

describe("what is not pay", () => {
  test.each([
    ["Llámanos al 55 1234 5678 o al 300 123 4567", "MX"],
    ["Administrarás un presupuesto de $500.000 mensuales", "AR"],
    ["Facturamos más de 60M€ al año", "ES"],
    ["Bono de transporte $50 al mes", "EC"],
    ["Comisiones que superan los $3.000.000", "AR"],
    ["Sueldo: RBU más comisiones", "EC"],
    ["SIN REMUNERACIÓN ($395 es un valor que exige el portal)", "EC"],
    ["Aspiración salarial mayor a $1.500", "EC"],
    ["Indicar remuneración pretendida. Lunes a viernes de 9 a 18 hs", "AR"],
    ["Compensación por teletrabajo (66 € brutos mensuales)", "ES"],
    ["Ingreso promedio mensual $1.200.000", "AR"],
    ["Sueldo según CCT 130/75", "AR"],
    ["Sueldo 2500 al cumplimiento de objetivos", "EC"],
    ["Prima de 1.500 € por recomendación", "ES"],
    ["Ganarías 10 x 0,12% x 50 = $60,00 mensuales", "EC"],
    ["Se paga $50 cada lunes", "EC"],
    ["Ingresos estimados medios de 1200 euros", "ES"],
    ["Salario competitivo y 15 días de vacaciones", "CO"],
  ])("%s", (text, country) => {
    expect(told(text, country)).toBeNull();
  });

  test.each([
    ["We raised $30M in our Series B and serve 350k patients", "US"],
    ["401k match up to $3,000 a year", "US"],
    ["Now offering a $1,500 sign-on bonus", "US"],
    ["Tuition reimbursement of $5,250 per year", "US"],
    ["Life insurance up to 5x's salary, up to $300,000", "US"],
    ["You manage a portfolio worth £5,000,000", "GB"],
    ["Refer a friend and earn up to £1,500", "GB"],
    ["£500 wellbeing allowance per year", "GB"],
    ["OTE £60,000", "GB"],
    ["Salary: up to £35,000 OTE", "GB"],
    ["Pay is $20 per session", "US"],
    ["Call our office at (703) 555-0134 for the salary committee", "US"],
    ["Competitive salary, 100% employer-paid medical plan", "US"],
    ["Gym membership (£50 per month)", "GB"],
    ["We also pay for your gym (up to $350/month)", "US"],
    ["A city of 250,000 people", "GB"],
    ["Salary: $0.00 /hour", "US"],
    ["Salary: $60,000 to $70,000 /hour", "US"],
    ["More than 2,500 employees since 2019", "US"],
    ["Each team shares an equity grant of $250,000", "US"],
  ])("%s", (text, country) => {
    expect(told(text, country, "en")).toBeNull();
  });
});

describe("what stands beside the amount", () => {
  test("one end of a range is told as such", () => {
    const bound = (text: string) => read(text, "GB", "en")?.value.bound;
    expect(bound("Salary: up to £45,000")).toBe("up_to");
    expect(bound("Salary: from £45,000")).toBe("from");
    expect(bound("Salary: £45,000+")).toBe("from");
    expect(bound("Salary: £45,000 + bonus")).toBe("exact");
    expect(bound("Salary: £45,000 - £50,000")).toBe("range");
    expect(read("Sueldo hasta $900", "EC")?.value).toMatchObject({ bound: "up_to", salary: { min: 900, max: 900 } });
    expect(read("Sueldo a partir de $900", "EC")?.value.bound).toBe("from");
    expect(read("Sueldo desde $900 hasta $1.200", "EC")?.value.bound).toBe("range");
  });

  test("the two ends of a range may stand apart", () => {
    const text = "The base pay ranges from $41.25/hr in our smallest market up to $67.10/hr in the largest";
    expect(told(text, "US", "en")).toBe("41.25-67.1 USD/hour");
  });

  test("gross, net and pay on top are told apart from the amount", () => {
    expect(read("Sueldo neto: $1.100.000 + comisiones", "AR")?.value).toMatchObject({
      basis: "net",
      hasVariable: true,
    });
    expect(read("Salario 30.000 € brutos anuales", "ES")?.value).toMatchObject({ basis: "gross", hasVariable: false });
    expect(read("Salary £30,000", "GB", "en")?.value).toMatchObject({ basis: null });
  });

  test("the base counts, not what it comes to with allowances", () => {
    const text = "Pay: up to £51,700 (£44,400-£46,500 base salary plus a digital allowance of up to £5,200)";
    expect(told(text, "GB", "en")).toBe("44400-46500 GBP/year");
    expect(told("Sueldo base $640 más bono de $40 por visitas", "EC")).toBe("640 USD/month");
  });

  test("ranges by place or level run from the lowest to the highest", () => {
    const text = "Salary for the north: £40,000 - £45,000. Salary for London: £48,000 - £54,000.";
    expect(told(text, "GB", "en")).toBe("40000-54000 GBP/year");
  });

  test("what the advert says outranks what a board guesses", () => {
    const text = "£62,500\nper year - estimated\nRate: £500 per day, outside IR35";
    expect(told(text, "GB", "en")).toBe("500 GBP/day");
  });

  test("a range says more than one of its ends", () => {
    expect(told("Salary: up to £75,000 per annum. We offer a basic salary of £60,000 to £75,000.", "GB", "en")).toBe(
      "60000-75000 GBP/year",
    );
    expect(told("London\n£100,000\nApply now\nPlanner in Leeds, £85,000 - £115,000", "GB", "en")).toBe(
      "85000-115000 GBP/year",
    );
  });

  test("a title can state it, and a text that says more is preferred", () => {
    expect(told("Come and join.", "GB", "en", "Data Engineer - £550/day outside IR35")).toBe("550 GBP/day");
    expect(told("Compensation: $30 to $35 per hour", "US", "en", "Assistant | $35/hr")).toBe("30-35 USD/hour");
    expect(read("Come and join.", "GB", "en", "Baker £30,000 - £33,000")?.evidence[0]).toEqual({
      field: "title",
      start: 6,
      end: 23,
      text: "£30,000 - £33,000",
    });
  });

  test("the evidence is the amount with its period, in the original's offsets", () => {
    const text = "✔ ¡Únete! ﬁjo. Salario: 1.200 € brutos/mes";
    const found = read(text, "ES");
    expect(found?.evidence).toHaveLength(1);
    const [words] = found?.evidence ?? [];
    expect(text.slice(words?.start, words?.end)).toBe(words?.text);
    expect(words?.text).toBe("1.200 € brutos/mes");
    expect(found).toMatchObject({ method: "label" });
  });
});

describe("what cannot be told", () => {
  test("a dollar sign is the country's own, and none without a country in Spanish", () => {
    expect(told("Sueldo $15.000 mensuales", "MX")).toBe("15000 MXN/month");
    expect(told("Sueldo $900 mensuales", "PE")).toBe("900 USD/month");
    expect(told("Sueldo $900 mensuales", null)).toBeNull();
    expect(told("Salary $90,000 per year", null, "en")).toBe("90000 USD/year");
  });

  test("a bare number needs a word for pay right before it and a country", () => {
    expect(told("Sueldo: 450 mensuales", null)).toBeNull();
    expect(told("Sueldo para 450 personas", "EC")).toBeNull();
    expect(told("Atendemos 450 mensuales", "EC")).toBeNull();
  });

  test("an amount between two periods is left alone", () => {
    expect(told("Salary: $3,000", "US", "en")).toBeNull();
    expect(told("Salary: £700", "GB", "en")).toBeNull();
  });

  test("a currency that is not kept is no pay", () => {
    expect(told("Salary: 5,000 kr per month", "GB", "en")).toBeNull();
    expect(told("Salary 40,000 kr per month", "SE", "en")).toBe("40000 SEK/month");
  });
});
