import { z } from "zod";
import { lenientFlag, lenientText } from "../parsing/lenient-fields";

const named = z
  .object({ denominacion: lenientText, nombre: lenientText, detalle: lenientText, name: lenientText })
  .transform((value) => value.denominacion ?? value.nombre ?? value.detalle ?? value.name ?? null);
const textOrNamed = z.union([z.string(), named]).nullish().catch(null);
const place = z
  .object({
    detalle: lenientText,
    denominacion: lenientText,
    nombre: lenientText,
    localidadDetalle: lenientText,
    provinciaDetalle: lenientText,
  })
  .transform(({ detalle, denominacion, nombre, localidadDetalle, provinciaDetalle }) => {
    const parts = [localidadDetalle, provinciaDetalle].filter((part) => part);
    return detalle ?? denominacion ?? nombre ?? (parts.length === 0 ? null : [...new Set(parts)].join(", "));
  });
/** An advert's own answer puts the mark of a hidden employer beside its name. */
const hidden = z
  .object({ confidencial: lenientFlag })
  .transform((value) => value.confidencial ?? null)
  .nullish()
  .catch(null);

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
  localizacion: z.union([z.string(), place]).nullish().catch(null),
  modalidadTrabajo: textOrNamed,
  estado: lenientText,
  seoFriendlyUrl: lenientText,
  empresaConfidencial: hidden,
});
export type BumeranAdvert = z.output<typeof bumeranAdvert>;
