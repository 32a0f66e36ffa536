import { describe, expect, it } from "vitest";
import { find, plain } from "./palette";

const items = [
  { label: "PT Cahaya Nusantara Distribusi", note: "Jakarta, Indonesia · IDR" },
  { label: "Công ty CP Dược Phẩm Hoàng Long", note: "Hà Nội, Việt Nam · VND" },
  { label: "บริษัท สยามรุ่งเรืองเทรดดิ้ง จำกัด", note: "Bangkok, Thailand · THB" },
  { label: "Packs", note: "" },
];
const check = (typed: string, labels: string[]) => expect(find(items, typed).map((item) => item.label)).toEqual(labels);

describe("find", () => {
  it("shows all while nothing is typed", () => expect(find(items, "  ")).toHaveLength(4));
  it("needs no accents", () => check("duoc pham", ["Công ty CP Dược Phẩm Hoàng Long"]));
  it("reads other scripts as they are typed", () => check("สยาม", ["บริษัท สยามรุ่งเรืองเทรดดิ้ง จำกัด"]));
  it("looks into the note", () => check("jakarta", ["PT Cahaya Nusantara Distribusi"]));
  it("puts names that begin so first", () => check("p", ["PT Cahaya Nusantara Distribusi", "Packs", "Công ty CP Dược Phẩm Hoàng Long"]));
  it("finds nothing for strange letters, and no pattern breaks it", () => check("((*", []));
  it("strips the bar of đ", () => expect(plain("Đà Nẵng")).toBe("da nang"));
});
