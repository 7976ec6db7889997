import { z } from "zod";
import { lenientFlag, lenientText } from "../parsing/lenient-fields";

const named = z
  .object({ denominacion: lenientText, nombre: lenientText, detalle: lenientText, name: lenientText })
  .transform((value) => value.denominacion ?? value.nombre ?? value.detalle ?? value.name ?? null);
const textOrNamed = z.union([z.string(), named]).nullish().catch(null);

/** One advert of the platform's answers and of the state in its pages; a field of a wrong type counts as missing. */
export const bumeranAdvert = z.object({
  id: z.union([z.string().regex(/^\d+$/), z.int().transform(String)]),
  titulo: z.string().min(1),
  detalle: lenientText,
  descripcion: lenientText,
  empresa: textOrNamed,
  confidencial: lenientFlag,
  fechaHoraPublicacion: lenientText,
  fechaPublicacion: lenientText,
  fechaFinalizacion: lenientText,
  portal: lenientText,
  tipoTrabajo: textOrNamed,
  localizacion: textOrNamed,
  modalidadTrabajo: textOrNamed,
});
export type BumeranAdvert = z.output<typeof bumeranAdvert>;
