import { authHandler } from "@/lib/entry/auth-handler";

export { authHandler as GET, authHandler as POST };
