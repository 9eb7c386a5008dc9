const centralCities = [
  'Hà Nội',
  'Hải Phòng',
  'Huế',
  'Đà Nẵng',
  'Cần Thơ',
  'Hồ Chí Minh',
  'Thành phố Hồ Chí Minh',
]

/** Cities under the centre call their committee that of the city, provinces that of the province. */
function isCentralCity(province: string): boolean {
  return centralCities.includes(province)
}

/** "tỉnh Bắc Ninh", "thành phố Hà Nội". */
export function provinceText(province: string): string {
  return `${isCentralCity(province) ? 'thành phố' : 'tỉnh'} ${province}`
}
