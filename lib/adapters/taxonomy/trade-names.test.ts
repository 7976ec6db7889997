import { expect, test } from "vitest";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { loadTaxonomy } from "./load-taxonomy";

const matcher = createSkillMatcher(loadTaxonomy());

function skillsIn(text: string): string[] {
  return readSkills(matcher, { text }).skills.map((skill) => skill.id);
}

test.each([
  ["Soldadura MIG, TIG y con electrodo revestido", ["mig-welding", "tig-welding", "arc-welding"]],
  ["MIG welding and stick welding", ["mig-welding", "arc-welding"]],
  ["Manejo de plegadora y guillotina", ["press-brake", "shearing-stamping"]],
  ["Tornero CNC con manejo de torno paralelo y fresadora", ["cnc-lathe", "manual-lathe", "milling-machine"]],
  ["Armado de tableros eléctricos y variadores de velocidad", ["electrical-panels", "vfd-drives"]],
  ["Programación de PLC Siemens", ["siemens-automation"]],
  ["Colocación de cerámicos, pisos flotantes y durlock", ["tiling", "flooring", "drywall"]],
  ["Replanteo de obra y avance de obra", ["site-layout", "work-certification"]],
  ["Reparación de cajas de cambio, embragues y tren delantero", ["transmission-repair", "brakes-suspension"]],
  ["Instalaciones de gas y termofusión", ["gas-fitting", "sanitary-installations"]],
  ["Retroexcavadora, motoniveladora y pala cargadora", ["backhoe-loader", "motor-grader", "loader-operation"]],
  [
    "Buenas prácticas: POES, trazabilidad de lotes y análisis de vibraciones",
    ["ssop-poes", "traceability", "predictive-maintenance"],
  ],
  ["Manejo de overlock, máquina recta y collareta", ["industrial-sewing"]],
  ["Seccionadora, pegadora de cantos y melamina", ["melamine-panel-cutting"]],
  [
    "Desposte, elaboración de embutidos y amasado de panificados",
    ["meat-processing", "sausage-curing", "bakery-production"],
  ],
  ["Siembra y cosecha, manejo de tractor y ordeñe en tambo", ["planting-sowing", "tractor-operation", "dairy-farming"]],
  ["Poda, motosierra y motoguadaña", ["pruning-trees", "chainsaw", "lawn-landscape"]],
  ["Manejo defensivo y conducción de autobuses", ["defensive-driving", "bus-driving"]],
  [
    "Impresión offset, troquelado y corte de vinilo",
    ["offset-printing", "bookbinding-finishing", "digital-large-format-print"],
  ],
  ["Conteo cíclico, FEFO y zorra eléctrica en depósito", ["cycle-counting", "fifo-fefo", "pallet-jack"]],
  ["Gestión de residuos y huella de carbono", ["waste-management", "carbon-footprint"]],
  ["Permisos de trabajo en altura, ATS y LOTO", ["work-permits"]],
  ["Cocina fría y caliente, despacho de platos", ["cold-kitchen", "hot-kitchen"]],
  ["Planchado industrial y limpieza de vidrios", ["laundry-linen", "public-areas-cleaning"]],
  ["FIDIC contracts", ["claims-construction"]],
])("trades are read as adverts write them: %s", (text, ids) => {
  expect(skillsIn(text)).toEqual(expect.arrayContaining(ids));
});

test.each([
  ["Innovación en torno a cambios productivos", "manual-lathe"],
  ["Tester QA con automatización", "electrical-measurement"],
  ["Córner de la firma Carolina Herrera", "blacksmithing"],
  ["Estacionamiento y bicicletero para el personal", "bicycle-repair"],
  ["Turning data into decisions", "manual-lathe"],
  ["Simulated annealing and genetic algorithms", "heat-treatment"],
  ["3D rigging and animation", "rigging-lifting"],
  ["We support the Disability Confident Scheme (DCS)", "dcs-systems"],
  ["An enterprise data model (EDM)", "edm"],
  ["Experience building services in Java", "facilities-management"],
  ["Data pipelines at scale", "pipelines"],
  ["Trato con líneas aéreas y hoteles", "power-lines"],
  ["Tendrás un impacto transformador", "transformers-power"],
  ["Generador de contenido para redes", "generators-power"],
  ["PCI compliance and payment systems", "fire-protection"],
  ["Masajes reductores", "bearings-gearboxes"],
  ["Buen manejo del ordenador", "dairy-farming"],
  ["Buen manejo del ordenador y del correo", "livestock"],
  ["Elaboración de facturas y recibos", "bakery-production"],
  ["Lugar de trabajo: Mataderos, Ciudad de Buenos Aires", "meat-processing"],
  ["Día libre por mudanza", "moving-removals"],
  ["Handling large amounts of data", "ground-handling"],
  ["Tailoring insight for different audiences", "tailoring-alterations"],
  ["Distilling large data sets into insight", "brewing"],
  ["Zona Los Polvorines", "blasting"],
  ["Haber tenido personal a cargo", "textile-dyeing-finishing"],
  ["A far more affordable cost", "aviation-safety-security"],
  ["Eastern Standard Time", "time-method-study"],
  ["Help preserve our culture", "fruit-vegetable-processing"],
  ["Logging, tracing and metrics", "chainsaw"],
  ["A pilot project with a small team", "piloting"],
  ["Mantener y ampliar la cartera de clientes", "mail-delivery"],
  ["Benefits and drawbacks of each model", "export-operations"],
  ["Servicio de comedor en planta y viandas", "institutional-catering"],
  ["Lead a pod of five engineers", "delivery-proof-cash"],
  ["Improve the scope and reach of our forecasts", "reach-truck"],
  ["Data warehouse design", "warehouse-layout"],
  ["Control y remediación de eventos de seguridad informática", "remediation"],
  ["Analista de Reclutamiento en Factores Humanos", "ergonomics"],
])("no trade is read into other words: %s", (text, id) => {
  expect(skillsIn(text)).not.toContain(id);
});
