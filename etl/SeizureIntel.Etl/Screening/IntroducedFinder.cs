using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Numbers that the words before them give away, in the ten languages.</summary>
internal static partial class IntroducedFinder
{
    // "no.", "№", "号" and punctuation that may stand between the word and its number.
    private const string Between =
        @"(?:\s|\p{Pd}|[:：=#.])*(?:(?:(?i:n[uú]m(?:ero|éro|ber)?|numer|nr|no|n[º°o]|номер\w{0,3}|numaras[ıi]|is|serie|series|серия|seria|ve)|№|号码|號碼|号|號|为|為|رقم)(?:\s|[:：=#.])*){0,3}[""“”«'(]?";

    // Letters and digits with inner points, hyphens and slashes; at least five digits within reach, and no unit behind it.
    private const string Identity =
        @"(?<id>(?=(?:[^\d\s]{0,6}[ ]?\d){5})[A-Za-z0-9](?:[A-Za-z0-9]|[./-](?=[A-Za-z0-9])| "
        + @"(?=\d{2,}(?!\s?(?i:kg|g|pcs)))){4,24})(?!\s?(?i:kg|kilo|g|gr|gram|mg|l|lt|pcs|ml|usd|eur|€|\$|%)(?!\p{L}))";

    private const string Plate =
        @"(?<id>(?=[^\n]{0,10}\d[^\n]{0,6}\d)(?=[\d ·•-]{0,8}\p{L})[\p{Lu}\p{Lo}\d](?:[\p{Lu}\d]|[ "
        + @"·•-](?=[\p{Lu}\d])){2,11})(?!\p{Ll}|\s?(?i:kg|kilo|g|gr|mg|km|pcs)(?!\p{L}))";

    private static readonly (Regex Pattern, NominalKind Kind)[] Patterns =
    [
        (Passports(), NominalKind.Passport),
        (Identities(), NominalKind.NationalId),
        (Births(), NominalKind.DateOfBirth),
        (BirthsBehind(), NominalKind.DateOfBirth),
        (Accounts(), NominalKind.Iban),
        (Cards(), NominalKind.CardNumber),
        (Vehicles(), NominalKind.PlateOrVin),
        (Chassis(), NominalKind.PlateOrVin),
        (Vessels(), NominalKind.VesselOrContainer),
        (Freight(), NominalKind.TrackingNumber),
        (Serials(), NominalKind.ObjectNumber),
        (Badges(), NominalKind.Officer),
        (TaxNumbers(), NominalKind.Company),
    ];

    public static void Find(string text, List<MaskedSpan> found)
    {
        foreach ((Regex pattern, NominalKind kind) in Patterns)
        {
            for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                Group id = match.Groups["id"];
                int length = id.Value.AsSpan().TrimEnd(" .,;:-").Length;
                if (length > 0)
                    found.Add(new(kind, id.Index, length));
            }
        }
    }

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:pass(?:port)?s?|pasaportes?|passaportes?|passeports?|reisep[aä]ss\w{0,3}|paszport\w{0,3}|паспорт\w{0,3}|pasaport\w{0,4})(?!\p{L})|护照|護照|جواز(?:\s+(?:ال)?سفر)?)"
            + Between
            + Identity,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Passports();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:(?i:id(?:entity)?[ -]?(?:card|document|no|number|nr|№|doc)|national id|dni|nie|nif|c[eé]dula(?: de "
            + @"(?:ciudadan[ií]a|identidad))?|cpf|cnh|curp|rut|pesel|ssn|nino?|nir|aadhaar|social "
            + @"security|personalausweis\w{0,8}|ausweis\w{0,8}|carte d.identit[ée]|documento de identidad|carteira de "
            + @"identidade|dow[oó]d\w* osobist\w+|удостоверени\w+(?: личности)?|снилс|инн|(?:t\.?c\.? ?)?kimlik|nüfus "
            + @"cüzdan\w+|driv(?:ing|er.?s?) licen[cs]e|permiso de conducir|f[üu]hrerschein\w{0,8}|prawo jazdy|водительск\w+ "
            + @"удостоверен\w+|visa|pnr|e-?ticket|ticket|seaman.?s book|medical "
            + @"(?:record|no)|patient)|ID|RG|TC|C\.C\.|CC)(?!\p{L})|身份证|身份證|居民证|هوية|الهوية|الرقم القومي|رخصة القيادة)"
            + Between
            + Identity,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Identities();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:(?:re)?born(?: on| in)?|d\.?o\.?b\.?|date of birth|birth ?date|b\.|fecha de nacimiento|nacid[oa](?: el| "
            + @"en)?|f\. ?nac\.?|data de nascimento|nascid[oa](?: em| a)?|date de naissance|n[ée]e?s? (?:le|en)|geburtsdatum|geboren(?: am| "
            + @"im)?|geb\.(?: am)?|data urodzenia|urodzon[yaej]+(?: w)?|ur\.(?: w)?|дата рождения|родил(?:ся|ась)(?: в)?|д\. ?р\.|doğum "
            + @"tarihi|d\. ?tarihi)(?!\p{L})|出生日期|出生[于於]|生[于於]|تاريخ "
            + @"الميلاد|مواليد|المولود)[\s:：.,-]{0,4}(?<id>\d{1,2}(?:st|nd|rd|th|\.)?[\s./-]+(?:(?:de|of|do)\s+)?(?:\d{1,2}|\p{L}{3,12}\.?)[\s./,-]+(?:(?:de|of|do)\s+)?\d{2,4}|\p{L}{3,12}\.? \d{1,2},? \d{4}|(?:19|20)\d{2}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|年?))(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Births();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<id>(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d{2}(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?)\s?(?:г\. ?р\.|года рождения|出生|doğumlu|d\.lu)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BirthsBehind();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:bank account|account (?:no|number|nr)|acct\.?|a/c|iban|cuenta(?: bancaria| corriente)?|conta(?: "
            + @"banc[áa]ria| corrente)?|compte bancaire|rib|kontonummer|konto|rachun\w+ bankow\w+|(?:расч[её]тный |банковский "
            + @")сч[её]т\w{0,3}|hesap)(?!\p{L})|银行账户|账号|帳號|賬戶|حساب(?: بنكي)?)"
            + Between
            + @"(?<id>(?=(?:[^\d\s]{0,4}[ -]?\d){8})[A-Z0-9](?:[A-Z0-9]|[ -](?=[A-Z0-9]{2})){7,40})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Accounts();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:(?:credit|debit|bank|payment) card|visa card|mastercard|tarjeta(?: de cr[eé]dito)?|cart[ãa]o(?: de "
            + @"cr[eé]dito)?|carte bancaire|kreditkarte\w?|kart[aąy] (?:kredytow|płatnicz)\w+|банковск\w+ карт\w+|kredi "
            + @"kart[ıi])(?!\p{L})|信用卡|银行卡|بطاقة ائتمان)"
            + Between
            + @"(?<id>\d{4}(?:[ -]?\d{2,4}){2,4})(?![\d.,])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Cards();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:(?:licen[cs]e |number |registration )?plates?|registration(?: mark| no| number)|reg\. "
            + @"?(?:no|nr)|registered as|matr[ií]cul(?:a|ado|ada)s?|placas?|patente|chapa|immatricul(?:é|ée|ation)s?|plaques?(?: "
            + @"d.immatriculation)?|(?:amtliche[sm]? )?kennzeichen|nr rej\.?|numer\w* rejestracyjn\w+|tablic\w+(?: rejestracyjn\w+)?|гос\.? "
            + @"?номер\w{0,3}|номерн\w+ знак\w*|г/н|рег\. ?знак|гос\.? "
            + @"?знак|plakal[ıi]|plakas[ıi]|plaka)(?!\p{L})|车牌|車牌|لوحة|لوحات)(?:\s?(?:号码|號碼|号|號))?"
            + Between
            + Plate,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Vehicles();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:vin|chassis|bastidor|chassi|ch[âa]ssis|fahrgestell\w*|nadwozi\w+|шасси|кузов\w*|şasi|sasi)(?!\p{L})|车架|車架|الشاسيه|شاسيه)"
            + Between
            + @"(?<id>(?=(?:[A-Z]*\d){4})[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){7,18})(?![a-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Chassis();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?i:imo)"
            + Between
            + @"(?<id>\d{7})(?!\d)|(?i:mmsi)"
            + Between
            + @"(?<id>\d{9})(?!\d)|(?i:call ?sign|indicativo|rufzeichen|позывн\w+|çağrı işareti)"
            + Between
            + @"(?<id>[A-Z0-9]{4,7})(?![a-z])|(?i:(?:container|contenedor|contêiner|conteneur|kontener\w?|контейнер\w?|konteyner)(?:s|en)?)"
            + Between
            + @"(?<id>[A-Z]{4} ?\d{6}[ -]?\d)(?!\d))|(?:货柜|貨櫃|集装箱|حاوية)"
            + Between
            + @"(?<id>[A-Z]{4} ?\d{6}[ -]?\d)(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Vessels();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:m?awb|hawb|air ?waybill|b/l|bl no|bill of lading|cmr|conhecimento(?: de embarque)?|conocimiento(?: de "
            + @"embarque)?|gu[íi]a a[ée]rea|lta|connaissement|frachtbrief\w*|list\w* "
            + @"przewozow\w+|konosament\w*|накладн\w+|konşimento|tracking|track(?:ing)? (?:no|number|id|code)|parcel "
            + @"(?:no|number|id)|consignment (?:no|number)|sendungsnummer|n[uú]mero de (?:seguimiento|rastreio)|num[ée]ro de suivi|numer\w* "
            + @"przesyłki|трек-?номер\w{0,3}|kargo takip|booking(?: "
            + @"ref(?:erence)?)?|reservation|reserva)(?!\p{L})|提单|提單|运单|運單|快递单|订舱|بوليصة(?: الشحن)?|رقم التتبع)"
            + Between
            + @"(?<id>(?=(?:[A-Za-z-]{0,6}[ -]?\d){5})[A-Z0-9](?:[A-Z0-9]|[-/](?=[A-Z0-9])| (?=\d{4})){4,28})(?!\s?(?i:kg|g|pcs)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Freight();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:serial(?: no| number| nr)?|s/n|imei|n[uú]mero de s[eé]rie|n[º°] de s[eé]rie|num[ée]ro de "
            + @"série|seriennummer|серийн\w+ номер\w{0,3}|numer\w* seryjn\w+|seri no|microchip|ring no)(?!\p{L})|序列号|序號|الرقم التسلسلي)"
            + Between
            + @"(?<id>(?=[A-Za-z-]{0,8}\d)[A-Z0-9](?:[A-Z0-9]|[-/](?=[A-Z0-9])){3,24})(?![a-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Serials();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:badge|shield|placa policial|insignia|dienstnummer|жетон\w?|(?:numer\w* "
            + @")?odznak\w?|sicil|distintivo|informant|chis|informante)(?!\p{L})|警号|警號)"
            + Between
            + @"(?<id>[A-Z]{0,3}[-/]?\d{2,8})(?!\d|\s?(?i:kg|g|pcs)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Badges();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:eori|vat(?: id| no| number)?|tin|tax "
            + @"id|cnpj|nit|rfc|cif|ust-?id(?:nr)?|nip|regon|krs|огрн(?:ип)?|кпп|vergi "
            + @"(?:no|numaras[ıi])|siret|siren|aeo)(?!\p{L})|统一社会信用代码|税号)"
            + Between
            + @"(?<id>(?=(?:[A-Za-z./-]{0,6}\d){6})[A-Z0-9](?:[A-Z0-9]|[./-](?=[A-Z0-9])){6,22})(?![a-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TaxNumbers();
}
