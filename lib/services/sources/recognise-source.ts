import { type AddressReading, recogniseAddress } from "@/lib/adapters/sources/recognise-address";

/** What a pasted address is and the source that would read it; nobody is asked. */
export function recogniseSource(address: string): AddressReading {
  return recogniseAddress(address);
}
