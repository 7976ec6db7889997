/** Folded words that end a term: function words, verbs of duties, and words of degree. English and Spanish. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for with without by from as is are be been being was were will would can could should must may might shall do does did " +
    "has have having had not no nor but if then than that this these those which who whom whose what when where why how it its we our us you your they " +
    "their he she his her i me my all any each every some such other others another more most less least very well also both either neither one two three " +
    "four five within across through during before after between among about into onto over under per via using use used uses including include includes " +
    "like etc eg ie similar related relevant equivalent desirable preferred required plus bonus strong solid excellent good great basic advanced proven " +
    "deep hands-on working ability able understanding knowledge experience experienced expertise familiarity familiar proficiency proficient skilled " +
    "skills skill minimum least preferably ideally at-least new latest own key multiple various different several large small high low key " +
    "el la los las lo un una unos unas de del al en con sin por para segun sobre entre hasta desde hacia como que cual cuales quien donde cuando si no ni " +
    "pero mas menos muy bien es son ser estar esta este esto estos estas ese esa eso esos esas su sus tu tus nuestro nuestra nuestros nuestras mi mis se le les nos te me " +
    "todo toda todos todas otro otra otros otras cada algun alguna algunos algunas cualquier cualquiera mismo misma dos tres cuatro cinco mediante durante ante " +
    "tener tienes tiene contar cuenta haber poder puede ser hacer incluir incluye incluyendo etcetera similares similar relacionados relacionadas relacionado afines " +
    "deseable deseables preferible preferentemente preferente requerido requerida indispensable imprescindible necesario necesaria valorable valorables obligatorio " +
    "excluyente fuerte solido solida solidos solidas excelente excelentes buen buena buenos buenas basico basica basicos basicas avanzado avanzada avanzados avanzadas " +
    "intermedio intermedia alto alta comprobable comprobada demostrable minimo minima minimos experiencia conocimiento conocimientos manejo dominio uso habilidad " +
    "habilidades capacidad tipo nivel especialmente ejemplo x y o e u and or"
  ).split(" "),
);

/** Folded words that no skill's name has: time, pay and benefits, the advert's own matter, people and their places. */
export const NO_SKILL_WORDS: ReadonlySet<string> = new Set(
  (
    "year years month months week weeks day days hour hours monday tuesday wednesday thursday friday saturday sunday january february march april june july " +
    "august september october november december today salary salaries pay bonus bonuses benefit benefits insurance holiday holidays vacation pto 401k dental vision " +
    "equity stock options perks remote hybrid onsite office full-time part-time contract position role roles job jobs candidate candidates applicant applicants " +
    "company companies employer employers employee employees team teams member members people person client clients customer customers colleague colleagues stakeholder stakeholders " +
    "opportunity opportunities career careers world country countries state states city cities region usa uk us eu apply application applications resume cv gender race religion age disability veteran sex color " +
    "ano anos mes meses semana semanas dia dias hora horas lunes martes miercoles jueves viernes sabado sabados domingo domingos enero febrero marzo abril mayo junio julio agosto " +
    "septiembre setiembre octubre noviembre diciembre sueldo sueldos salario salarios prestaciones beneficios vacaciones aguinaldo seguro vales bono bonos comisiones imss infonavit " +
    "remoto hibrido presencial oficina horario jornada turno turnos contrato puesto puestos cargo vacante empleo trabajo trabajos candidato candidata candidatos empresa empresas " +
    "empleado empleados equipo equipos miembro miembros persona personas cliente clientes compañeros companeros oportunidad oportunidades carrera mundo pais paises ciudad ciudades " +
    "estado edad sexo genero discapacidad zona crecimiento desarrollo things thing way ways lot lots part parts level levels area areas field fields environment environments " +
    "ambiente entorno entornos temas cosas areas sector sectores industry industries tool tools technology technologies framework frameworks language languages platform platforms " +
    "library libraries system systems solution solutions service services product products project projects process processes business design development support management quality " +
    "herramientas herramienta tecnologias tecnologia lenguajes lenguaje plataformas plataforma sistemas sistema soluciones servicios servicio productos producto proyectos proyecto " +
    "seniority function functions description responsibilities qualifications requirements requisitos funciones ofrecemos summary education department employment type entry location lugar rubro industria posicion posiciones usuario usuarios " +
    "bachelor master phd mba bs ba ms msc math mathematics physics manager managers analyst analysts engineer engineers scientist scientists coordinador jefe ejecutivo professional professionals degree " +
    "programas norma normas normativa normativas principles concepts variety methodologies methods techniques packages statistical analytical mathematical strategy strategies " +
    "procesos proceso negocio negocios gestion calidad analisis analysis data datos software technical tecnico tecnica tecnicos tecnicas"
  ).split(" "),
);

/** Folded words that make any term with them one about something else: time, pay, ranks, the advert's parts, left-over markup. */
export const OTHER_MATTERS: ReadonlySet<string> = new Set(
  (
    "year years month months hour hours salary benefits since statement overview clearance president vp ceo coo cfo cto ii iii iv u.s usa " +
    "ano anos meses hora horas sueldo prestaciones discapacidad rubro sector industry ganancias resumen zona norte sur resume equal equity offers schedule " +
    "e.g i.e ej xa0 nbsp amp li ul br span div level summary"
  ).split(" "),
);
