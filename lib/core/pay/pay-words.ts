/** Words that name pay; all patterns here run over folded text. */
export const STRONG_LABEL =
  /(?:sueldos?|salari(?:os?|al|ales)|remuneracion(?:es)?|retribucion(?:es)?|honorarios|salar(?:y|ies)|compensation|remuneration|\b(?:jornal(?:es)?|haberes|renta (?:liquida|bruta|mensual|fija|base|ofrecida|promedio)|wages?|pay(?! (?:for|in|off|back|attention|out))|ctc|salaire|salaris(?:range|indicatie)?|gehalt|ral|rate of pay|(?:pay|hourly|daily|day|base|weekly|monthly|annual) (?:rates?|range|pay|scale|band)|payrate))\b/g;
/** A label behind its amount: "£30,000 basic salary", "$900 de sueldo". */
export const LABEL_AFTER =
  /^[\s,)*]*(?:(?:gross|brut[oa]s?|net[oa]s?|base|basic|basico|fixed|fijo|starting|annual|de|as|per (?:year|annum|hour|month)|p\.?a\.?|mensual(?:es)?)\s){0,3}(?:salary|wage|sueldo|salario|base|basic|compensation|remuneracion)\b|^[\s,).*]*(?:\+|mas|y|con)\s?(?:comisiones (?:\+|y|mas) )?(?:todos los |demas )?(?:beneficios|prestaciones) (?:de (?:la )?ley|social)/;
/** Words that name pay among other things. */
export const WEAK_LABEL =
  /\b(?:compensacion(?:es)?|pagos?|paga|pagamos|pagan|pagare|paying|pays|rates?|base|basico|basic|stipend|earn(?:ings)?|earning|ingresos?|gana|ganar?|ganan|ganas|income|package|budget salarial|percepcion|percepciones|ofrecemos|ofrece|oferta economica|offer(?:ed|ing)?|tarifa|tarief|starting|range|rango|banda|asignacion mensual|brut[oa]|net[oa]|bolsa de ayuda|bolsa economica|ayuda al estudio)\b/g;

/** Words before an amount that make it something beside pay. */
export const NOT_PAY_BEFORE =
  /\b(?:bon[ou]s|bon[ou]ses|bonificacion(?:es)?|bonificado|comision(?:es|al|ar)?|ganarias?|aspiracion(?:es)?(?: salarial(?:es)?)?|(?:sin|no hay|no|without|unpaid) (?:remuneracion|sueldo|salario|pay)|ingresos? (?:medi|promedi|estimad|total|superior|extra|adicional|variable|ilimitad|por comision|de hasta|hasta|mensuales? promedi)[a-z]*|promedios?|commissions?|ote|incentiv(?:e|es|os?)|premios?|propinas?|tips?|allowances?|viaticos?|vales?|vouchers?|ayuda|reimbursement|reimburse[ds]?|reembolso|teletrabajo|reintegro|stipend for|budget|presupuesto|revenues?|turnover|sales|ventas|facturacion|factura|facturamos|funding|raised|raising|series [a-f]|valuation|valued|invest(?:ed|ment|ments|ing)?|inversion|assets|deals?|grants?|donat(?:ed|ions?)|fines?|multa|fees?|tuition|matricula|scholarship|beca|match(?:ing|ed)?|pension|401|insurance|insured|assurance|life|spouse|dependents?|seguro|cobertura|coverage|cover|sign-on|sign on|signing|joining|referral|refer|recomienda|referid[oa]s?|relocation|welcome|discounts?|descuentos?|off|sav(?:e|ing|ings)|gift|regalo|prize|premium|price[ds]?|precios?|costs?|costos?|costo de|valor|loans?|prestamos?|credit|creditos?|savings?|fund|fondo|portfolio|cartera|capital|equity|stock|shares|rsus?|worth|purchase|compras?|spend|spent|gasto|gastos|paid over|development|learning|wellness|wellbeing|gym|memberships?|education|training|phone|internet|equipment|limite|monto|montos|cuotas?|deposit[oa]?|garantia|donacion|subsid[a-z]*|comedor|almuerzo|transporte|movilizacion|movilidad|gasolina|alquiler|rent|overtime|extra|enhanced|additional|adicional(?:es)?|adicionalmente|target|quota|generated?|managed?|managing|aum|over \$|pretendid[oa]|pretension(?:es)?|expectativas?|on[- ]target|exceeding|(?:\dx'?s?|times|equivalent|sacrifice)[a-z ]{0,20} (?:salary|pay)|salary sacrifice|death in service|ratio|profit|impuestos?|tax(?:es)?|gdp|industry|company|population)\b/g;

/** Nouns right behind an amount that make it something beside pay. */
export const NOT_PAY_AFTER =
  /^[\s,)*]*(?:es (?:un |el )?valor|al cumpl|por cumpl|segun cumpl|por alcanzar|(?:(?:per|a|an|annual|annually|yearly|year|monthly|month|quarterly|quarter|weekly|week|tax-free|cash|of|in|de|del|en|el|la|para|por|for|to|towards|toward|as|your|an?|un|una|mensual(?:es)?|anual(?:es)?|mes|ano|guaranteed|potential|retention|signing|performance|employee|professional|sign|new|hire|joining|welcome|referral|\/|(?:home|remote|office) )\s?)*(?:bon[ou]s\b|bonuses\b|bonificacion|comision|commissions?\b|ote(?!r|l)|on target|on-target|incentiv|allowance|viatico|vales?\b|voucher|reimburse|stipend\b|budget|revenue|turnover|in sales|ventas|factura|funding|fund\b|series\b|assets|sign-?on|sign on|referral|relocation|discount|off\b|gift|loan|credit|tuition|training|learning|development|education|wellness|wellbeing|equipment|match|life insurance|insurance|seguro|contribution|worth|company\b|organi[sz]ation|firm\b|business|market|industry|portfolio|project\b|budget|car allowance|travel|per diem|movilizacion|movilidad|transporte|alimentacion|almuerzo|bono\b|propina|tips?\b|premio|uncapped|commission|equity|grant\b|share options))/;
/** Nouns that adverts list behind pay, without a preposition between. */
export const LISTED_AFTER =
  /^[\s,)]*(?:(?:per|a) (?:annum|year)\s)?(?:bonus|bono|comision|commission|travel|car allowance|life insurance|training|uncapped|incentiv|seguro|alimentacion)/;
export const ON_TARGET = /^[\s,)(]*(?:ote(?!r|l)|on[- ]target)/;

/** Rows of items that are paid by the piece: none of the periods that pay is kept in. */
export const BY_THE_PIECE =
  /^[\s,)*]*(?:usd|eur|gbp|dolares|euros|pesos)?\s?(?:\/|per|each|por|a|an|x|la|el|cada)\s?(?:cada )?(?:session|sesion|class|clase|visit|visita|lead|venta|sale|article|articulo|word|palabra|evento|event|proyecto|project|servicio|service|entrega|delivery|pieza|piece|mile|km|kilometro|persona?|person|employee|empleado|head|unit|unidad|student|estudiante|alumno|pedido|order|user|customer|client|cliente|household|family|share|video|task|tarea|call|consulta|paciente|procedimiento|referral|referred|night|trip|viaje|ticket|item|page|capita|team|child|matricula|policy|poliza|credito|contrato|placement)\b/;

export const FROM_BEFORE =
  /\b(?:from|desde|a partir de|starting (?:at|from|salary|pay|rate)(?: (?:of|is|from|at))?|starts (?:at|from)|start at|starting|at least|minimum(?: of)?|minimo(?: de)?|no less than|mas de|over|more than|superior(?:es)? a|mayor a|ab|vanaf|a contar de)[\s:]*$/;
export const UP_TO_BEFORE =
  /\b(?:up to|upto|hasta|maximum(?: of)?|max\.?|maximo(?: de)?|as (?:much|high) as|to a max(?:imum)? of|tope(?: de)?|bis zu|tot|no more than|circa up to|hasta un maximo de|hasta los|to)[\s:]*(?:de |los |un |a |c?\.?)?$/;

export const GROSS = /\b(?:gross|brut[oa]s?|brut|brutto|bruto|b\/a|sba|before tax|pre-tax|nominal(?:es)?)\b/;
export const NET = /\b(?:net|net[oa]s?|netto|liquid[oa]s?|en mano|de bolsillo|take home|take-home|after tax|libres?)\b/;

/** Pay that depends on results, tips included. */
export const VARIABLE =
  /\b(?:bon[ou]s|bonuses|bonos|comision(?:es)?|commissions?|ote|incentiv(?:e|es|os?)|variables?|propinas?|tips|premios|performance[- ]related|profit share|utilidades por venta|plus objetivos)\b/;

/** Things that come on top of pay; they deny an amount only where no word for pay stands by. */
export const BENEFIT_BEFORE =
  /\b(?:benefits?|beneficios?|perks|subsid[a-z]*|super(?:annuation)?|parking|lunch|meals?)\b/;

/** A page that guesses the pay of an advert that states none. */
export const ESTIMATED = /^[\s,)-]*(?:estimated|est\.|\(est|estimad[oa]|\(estimad)/;
