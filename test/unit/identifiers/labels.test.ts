import { describe, expect, it } from 'vitest';
import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';

/*
 * A4, numbers were compared as texts: the buyer types the number, the dock scans a label that holds more than it, and the goods went to a second parcel that
 * nobody claimed, or the scan was no number at all. Unless said otherwise, the numbers are those that github.com/jkeen/tracking_number_data
 * gives as examples of each form (release 2.0.0); its file is named in each row. The others are invented.
 */
describe('readTrackingNumber, of a label', () => {
  it.each([
    // USPS Publication 199: 420, ZIP or ZIP+4, then the IMpb; couriers/usps.json.
    ['USPS, 420 and ZIP', '420902109405510200000000000000', '9405510200000000000000'],
    ['USPS, 420 and ZIP', '420787459400111206206406260787', '9400111206206406260787'],
    ['USPS, 420 and ZIP, 91', '420 22153 9101026837331000039521', '9101026837331000039521'],
    ['USPS, 420 and ZIP+4, 22 digits', '4201028200009261290113185417468510', '9261290113185417468510'],
    ['USPS, 420 and ZIP+4, 22 digits', '4201002334249200190132607600833457', '9200190132607600833457'],
    ['USPS, 420 and ZIP, 26 digits', '4209021092748931507708513018050063', '92748931507708513018050063'],
    ['USPS, 420 and ZIP, 20 digits', '4209021003071790000523483741', '03071790000523483741'],
    ['USPS, 420 and ZIP, 20 digits that count a 91', '4209021071969010756003077385', '71969010756003077385'],
    // couriers/fedex.json: fedex_34, fedex_ground_gsn, fedex_astra_32, fedex_ground_96.
    ['FedEx, 34 digits', '1001921334250001000300779017972697', '779017972697'],
    ['FedEx, 34 digits in groups', '1 1 9 52 6 64739 3000 75211 00 8710 799 199 40', '871079919940'],
    ['FedEx Ground, 34 digits', '9622001560001234567100794808390594', '794808390594'],
    ['FedEx ASTRA, 32 digits', '32971514560102447849175802862014', '784917580286'],
    ['FedEx Ground 96, 22 digits', '9611020987654312345672', '987654312345672'],
    // couriers/dpd.json, from the DPD Parcel Label Specification 2.4.1.
    ['DPD, 28 characters', '00 81827 0998 0000 0200 33 350 276 C', '09980000020033'],
    ['DPD, 28 characters and their %', '%008182709980000020045327276N', '09980000020045'],
    ['DPD, with a check letter', '0998 0000 0200 33 F', '09980000020033'],
    // JD: waybill, which of how many, gate; 11 digits and three groups are what Package X's Vision SDK knows (JDCourier).
    ['JD, a piece', 'JDVA00000000001-1-1-', 'JDVA00000000001'],
    ['JD, the second of three', 'JDVA00000000001-2-3-', 'JDVA00000000001'],
    ['JD, with its gate', 'JDVA00000000001-2-3-14', 'JDVA00000000001'],
    ['JD, cut off', 'jdva00000000001-2-3', 'JDVA00000000001'],
    ['JD, by letters', 'JDVA00000000001N2S3H14', 'JDVA00000000001'],
  ])('A4: finds the number of %s: %s', (_what, label, number) => {
    expect(readTrackingNumber(label)).toMatchObject({ kind: 'number', number, seen: label });
  });

  it.each([
    ['FedEx, 34 digits', '4209021012349405510200000000000000'],
    ['FedEx ASTRA, 32 digits', '30000000000000000000000000000000'],
    ['FedEx Ground 96, 22 digits', '9611020000000000000000'],
    ['DPD, with a check letter', '00000000000000U'],
    ['USPS, 420 and ZIP, 20 digits', '4209021000000000000000000000'],
  ])('A4: takes zeros for no number that was found in a label, though their check digit holds: %s', (_what, label) => {
    const read = readTrackingNumber(label);

    expect(read).toMatchObject({ kind: 'number', number: label });
    expect(JSON.stringify(read)).not.toMatch(/"0+"/);
  });

  // ISO/IEC 15424; GS1 General Specifications, 5.4 and 7.8.
  it.each([
    [']C1420902109405510200000000000000', '9405510200000000000000'],
    [']C142090210\u001d9405510200000000000000', '9405510200000000000000'],
    ['42090210<GS>9405510200000000000000', '9405510200000000000000'],
    ['(420)90210(94)05510200000000000000', '9405510200000000000000'],
    ['\u001dSF1234567890123\r\n', 'SF1234567890123'],
    [']C0SF1234567890123', 'SF1234567890123'],
    [']A0SF1234567890123', 'SF1234567890123'],
    [']Q3SF1234567890123', 'SF1234567890123'],
    ['\u0002]d2SF1234567890123\u0003', 'SF1234567890123'],
    [']C100340434161094042557', '00340434161094042557'],
    ['(00)340434161094042557', '00340434161094042557'],
  ])('A4: takes off what the scanner and GS1 put into %j', (scan, number) => {
    expect(readTrackingNumber(scan)).toMatchObject({ kind: 'number', number });
  });

  it('A4: keeps beside the number what was scanned, without control characters, and nothing where only case, blanks or marks differ', () => {
    const seen = [']C142090210\u001d9405510200000000000000', ' sf 1234\u200b 567890123 '].map((each) => {
      const read = readTrackingNumber(each);
      return read.kind === 'number' ? read.seen : read;
    });

    expect(seen).toEqual([']C142090210 9405510200000000000000', undefined]);
  });

  // couriers/ups.json, s10.json (UPU S10-12), usps.json.
  it.each([
    ['1Z-5R8-939-03-5756-7127', '1Z5R89390357567127'],
    ['1ZXX-3150-YW44-0700-23', '1ZXX3150YW44070023'],
    ['RB-123456785-GB', 'RB123456785GB'],
    ['9400-1112-0620-6406-2607-87', '9400111206206406260787'],
  ])('A4: leaves out the hyphens of %s, for its check digit holds', (typed, number) => {
    expect(readTrackingNumber(typed)).toMatchObject({ kind: 'number', number });
  });

  it.each([
    ['FedEx, 34 digits, another check digit', '1001901781990001000300617767839438', ['617767839438']],
    ['FedEx, 34 digits, a number of 14', '1001901781990001000312617767839437', ['12617767839437']],
    ['FedEx ASTRA, another check digit', '32971514560102447849175802852014', ['784917580285']],
    ['FedEx Ground 96, another check digit', '9611020987654312345671', ['987654312345671']],
    [
      'USPS, two postcodes, no check digit holds',
      '4201028200009261290113185417468511',
      ['9261290113185417468511', '13185417468511'],
    ],
    ['UPS with hyphens, another check digit', '1Z-5R8-939-03-5756-7128', ['1Z5R89390357567128']],
    ['hyphens of nobody knows whom', 'JD-VC-0001', ['JDVC0001']],
    ['a piece of a carrier that does not say so', '12345678901-1-1-', ['12345678901', '1234567890111']],
    ['an SSCC, with its 00', '00340434161094042557', ['340434161094042557']],
    ['an SSCC, without its 00', '340434161094042557', ['00340434161094042557']],
    ["DHL's piece, with the J of the code", 'JJD014600003828392837', ['JD014600003828392837']],
    ["DHL's piece, without it", 'JD014600003828392837', ['JJD014600003828392837']],
    ['two fields that GS1 sets apart', 'ABC1234567\u001d9876543210', ['ABC1234567', '9876543210']],
  ])('A4: lets a person choose: %s', (_what, label, candidates) => {
    const number = label.replace('\u001d', '');
    expect(readTrackingNumber(label)).toEqual({ kind: 'number', number, candidates });
  });

  it('A4: does not choose between two certain readings: USPS before 20 digits, and DPD, whose check character happens to hold', () => {
    const label = '4209021071123456789123456787';
    const candidates = ['71123456789123456787', '07112345678912'];
    expect(readTrackingNumber(label)).toEqual({ kind: 'number', number: label, candidates });
  });

  // Plain numbers of each carrier that the data names, and of Chinese ones.
  it.each([
    ...[
      '986578788855',
      '041441760228964',
      '1Z5R89390357567127',
      'K1506235620',
      'RB123456785GB',
      '9400111206206406260787',
    ],
    ...['92748931507708513018050063', '03071790000523483741', '3318810025', 'JJD0099999999', 'GM2951173225174494'],
    ...['60120172242323', 'TBA000000000000', 'C1004444443', '0073938000549297', '09980000020033', 'JD0002254405060992'],
    ...['LTN74207623N1', 'SF1234567890123', 'YT2800000000001', 'JDVA00000000001', 'JD0012345678901', 'DPK202412345678'],
    ...[
      '773312345678901',
      '4312345678901',
      'JT0001234567890',
      'EA123456789CN',
      'KY4000123456789',
      '00340434161094042557',
    ],
  ])('A4: leaves the plain number %s alone', (number) => {
    const { kind, number: read, seen } = readTrackingNumber(number) as { kind: string; number: string; seen?: string };
    expect([kind, read, seen]).toEqual(['number', number, undefined]);
  });
});
