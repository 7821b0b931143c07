using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SeizureIntel.Tests.Etl.Screening.Planted;

/// <summary>Invents identifiers of every class, with right check digits where the class has them. None is taken from a person or a thing.</summary>
internal sealed class Secrets(int seed)
{
    private const string PlateLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string VinLetters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private const string CyrillicPlateLetters = "АВЕКМНОРСТУХ";
    private const string ArabicPlateLetters = "ابحدرسصطعفقكلمنهوي";

    // A is a letter, 0 a digit, Я a letter of Russian plates, ع one of Arabic plates; after the countries' public formats.
    private static readonly string[] LatinPlates =
    [
        "AA00 AAA",
        "AA00AAA",
        "0000 BCD",
        "AA-000-AA",
        "B-AA 0000",
        "HH AA 000",
        "AA 000 AA",
        "00-AA-00",
        "AA-00-AA",
        "WX 00000",
        "KR 0A000",
        "DW0000A",
        "1-AAA-000",
        "AA-000-A",
        "00-AAA-0",
        "AAA 000",
        "B 000 AAA",
        "CJ 00 AAA",
        "CA 0000 AA",
        "AA0000AA",
        "0000 AA-0",
        "AAA000",
        "0A0 0000",
        "BA-000AA",
        "ZG 0000-AA",
        "BG 000-AA",
        "LJ AA-000",
        "ABC-000",
        "AAA-0000",
        "00 AAA 000",
        "00 AA 0000",
        "AA 00 AA 0000",
        "AAA0A00",
        "AAA 000A",
        "AAA-000AA",
        "AA 000-000",
        "00-A-00000",
        "ZH 000000",
        "W-00000A",
        "AA 00 000",
        "000 AAA 00",
        "AAA-00-00",
        "0AAA000",
        "AA-0000",
        "AAAA 00",
    ];

    private static readonly Dictionary<string, string[]> LocalPlates = new(StringComparer.Ordinal)
    {
        ["ru"] = ["Я000ЯЯ77", "Я 000 ЯЯ 199", "Я000ЯЯ 78", "000 AAA 01", "0000 AA-7", "Я 000 ЯЯ"],
        ["tr"] = ["34 AAA 000", "06 AA 0000", "35AAA00", "01 A 0000", "34 AAA 00", "AA-000-AA"],
        ["zh"] = ["粤B00000", "京A·00000", "沪A0AA00", "粤Z0000港", "AA 0000", "桂A-0A000", "苏AD00000"],
        ["ar"] = ["ع ع ع 0000", "ع ع 000", "AAA 0000", "00-00000", "00000 ع", "A 00000"],
    };

    private static readonly string[] Wmis =
    [
        "WVW",
        "WBA",
        "WDB",
        "WAU",
        "VF1",
        "VF3",
        "VF7",
        "ZFA",
        "ZAR",
        "TMB",
        "VSS",
        "SAL",
        "YV1",
        "W0L",
        "UU1",
        "SB1",
        "VNK",
        "XTA",
        "NMT",
        "TSM",
        "WF0",
        "YS2",
        "WMA",
        "XLR",
        "ZCF",
    ];

    private static readonly string[] PassportShapes =
    [
        "AA0000000",
        "00AA00000",
        "A00000000",
        "000000000",
        "AAA000000",
        "AA000000",
        "A0000000",
        "AA 0000000",
        "00 AA 00000",
        "A 0000000",
        "00000000",
        "AA000000A",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A new identifier of a class, as somebody who writes this language would write it.</summary>
    public string Of(string kind, string language) =>
        kind switch
        {
            "plate" => Plate(language),
            "vin" => Vin(),
            "passport" => language == "ru" && _random.Next(2) == 0
                ? Fill(Pick(["4500 000000", "45 10 000000", "4500000000"]))
                : Fill(Pick(PassportShapes)),
            "id" => Identity(language),
            "phone" => Phone(language),
            "email" => Email(),
            "iban" => Iban(),
            "card" => Card(),
            "crypto" => _random.Next(2) == 0 ? Base58() : "0x" + Of(40, "0123456789abcdef"),
            "container" => Container(),
            "vessel" => Imo(),
            "mmsi" => Fill("2" + "00000000"),
            "awb" => Waybill(),
            "tracking" => _random.Next(2) == 0 ? Postal() : "1Z" + Of(16, "0123456789ABCDEFGHJKLMNPRSTUVWXYZ")[..6] + Fill("0000000000"),
            "tax" => Tax(language),
            "badge" => Fill(Pick(["0000", "00000", "A-0000", "AB0000", "000000"])),
            "imei" => Luhn("35" + Fill("000000000000")),
            "address" => Address(language),
            "quasi" => Coordinates(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A class of the sentences is needed."),
        };

    /// <summary>One of the shapes in which vehicle registrations are written.</summary>
    public static IReadOnlyList<string> PlateShapes => LatinPlates;

    /// <summary>A shape with its letters and digits drawn.</summary>
    public string Fill(string shape)
    {
        var text = new StringBuilder(shape.Length);
        foreach (char c in shape)
        {
            text.Append(
                c switch
                {
                    '0' => Digit(),
                    'A' => Of(1, PlateLetters)[0],
                    'Я' => Of(1, CyrillicPlateLetters)[0],
                    'ع' => Of(1, ArabicPlateLetters)[0],
                    _ => c,
                }
            );
        }

        return text.ToString();
    }

    private string Plate(string language)
    {
        string plate =
            LocalPlates.TryGetValue(language, out string[]? local) && _random.Next(3) > 0 ? Fill(Pick(local)) : Fill(Pick(LatinPlates));
        if (language is "zh" or "ar" or "ru")
            return plate;
        return _random.Next(8) switch
        {
            0 => plate.Replace(" ", "", StringComparison.Ordinal),
            1 => plate.Replace(' ', '-'),
            2 => plate.Replace('-', ' '),
            3 => plate.ToLowerInvariant(),
            _ => plate,
        };
    }

    private string Vin()
    {
        string vin = Pick(Wmis) + Of(8, VinLetters) + Fill("000000");
        return _random.Next(6) == 0 ? vin[..3] + " " + vin[3..9] + " " + vin[9..] : vin;
    }

    private string Identity(string language) =>
        language switch
        {
            "es" => _random.Next(2) == 0 ? Dni() : Fill("00.000.000"),
            "pt" => Fill("000.000.000-00"),
            "pl" => _random.Next(2) == 0 ? Fill("AAA000000") : Fill("90010000000"),
            "ru" => Fill("770000000000"),
            "tr" => Fill("10000000000"),
            "zh" => Chinese(),
            "fr" => Fill("000000000000"),
            "de" => Fill("L0AA00A00"),
            _ => Fill(Pick(["A0000000", "000000000", "AA000000", "0000-0000-0000"])),
        };

    private string Phone(string language)
    {
        string code = language switch
        {
            "es" => "34",
            "pt" => "351",
            "fr" => "33",
            "de" => "49",
            "pl" => "48",
            "ru" => "7",
            "tr" => "90",
            "zh" => "86",
            "ar" => "966",
            _ => "44",
        };
        return _random.Next(3) switch
        {
            0 => $"+{code} {Fill("500 000 000")}",
            1 => $"+{code}{Fill("600000000")}",
            _ => $"00{code} {Fill("70 0000000")}",
        };
    }

    private string Email() => $"{Of(6, "abcdefghklmnoprstu")}{Fill("00")}@{Of(5, "abcdeklmnorst")}.{Pick(["com", "net", "org", "ru"])}";

    private string Iban()
    {
        (string country, int length) = Pick([("DE", 22), ("ES", 24), ("PL", 28), ("TR", 26), ("NL", 18), ("FR", 27)]);
        string account = (country == "NL" ? "ABNA" : "") + Fill(new string('0', length - 4 - (country == "NL" ? 4 : 0)));
        var digits = new StringBuilder();
        foreach (char c in account + country + "00")
            digits.Append(char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10);
        int check = 98 - (int)(BigInteger.Parse(digits.ToString(), System.Globalization.CultureInfo.InvariantCulture) % 97);
        string iban = $"{country}{check:00}{account}";
        return _random.Next(2) == 0 ? iban : string.Join(' ', iban.Chunk(4).Select(static c => new string(c)));
    }

    private string Card()
    {
        string card = Luhn("4" + Fill("00000000000000"));
        return _random.Next(2) == 0 ? card : string.Join(' ', card.Chunk(4).Select(static c => new string(c)));
    }

    private static string Luhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int d = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 > 0 ? d : (d * 2 % 10) + (d * 2 / 10);
        }

        return digits + ((10 - (sum % 10)) % 10);
    }

    private string Base58()
    {
        const string Signs = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        byte[] body = new byte[21];
        _random.NextBytes(body.AsSpan(1));
        byte[] address = [.. body, .. SHA256.HashData(SHA256.HashData(body))[..4]];
        var value = new BigInteger(address, isUnsigned: true, isBigEndian: true);
        string text = "";
        for (; value > 0; value /= 58)
            text = Signs[(int)(value % 58)] + text;
        return "1" + text;
    }

    private string Container()
    {
        const string Values = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";
        string number = Of(3, PlateLetters) + "U" + Fill("000000");
        int sum = 0;
        for (int i = 0; i < 10; i++)
            sum += Values.IndexOf(number[i], StringComparison.Ordinal) << i;
        return _random.Next(2) == 0 ? $"{number}{sum % 11 % 10}" : $"{number[..4]} {number[4..]}-{sum % 11 % 10}";
    }

    private string Imo()
    {
        string digits = "9" + Fill("00000");
        int sum = 0;
        for (int i = 0; i < 6; i++)
            sum += (digits[i] - '0') * (7 - i);
        return digits + (sum % 10);
    }

    private string Waybill()
    {
        int serial = _random.Next(1_000_000, 9_999_999);
        return $"{Pick(["176", "235", "074", "020"])}-{serial}{serial % 7}";
    }

    private string Postal()
    {
        int[] weights = [8, 6, 4, 2, 3, 5, 9, 7];
        string digits = Fill("00000000");
        int check = 11 - (digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11);
        return $"R{Of(1, PlateLetters)}{digits}{check switch { 10 => 0, 11 => 5, _ => check }}{Pick(["NL", "CN", "DE", "HK"])}";
    }

    private string Dni()
    {
        int number = _random.Next(10_000_000, 99_999_999);
        return $"{number}{"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}";
    }

    private string Chinese()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        string digits = $"4403{Fill("00")}19{_random.Next(60, 99)}{_random.Next(1, 13):00}{_random.Next(1, 28):00}{Fill("000")}";
        return digits + "10X98765432"[digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11];
    }

    private string Tax(string language) =>
        language switch
        {
            "es" => Fill(Pick(["B00000000", "20000000000"])),
            "pt" => Fill(Pick(["00.000.000/0001-00", "500000000"])),
            "fr" => Fill(Pick(["FR00000000000", "00000000000000"])),
            "de" => Fill("DE000000000"),
            "pl" => Fill(Pick(["000-000-00-00", "PL0000000000"])),
            "ru" => Fill("1000000000000"),
            "zh" => "91" + Fill("000000") + Of(10, "0123456789ABCDEFGHJKLMNPQRTUWXY"),
            _ => Fill(Pick(["GB000000000000", "DE0000000", "NL000000000B01"])),
        };

    private string Address(string language)
    {
        int number = _random.Next(2, 180);
        return language switch
        {
            "es" => $"Calle {Pick(["Olmo", "Robledo", "Castaño"])} {number}",
            "pt" => $"Rua {Pick(["das Oliveiras", "do Carvalho", "dos Pinheiros"])}, {number}",
            "fr" => $"{number} rue {Pick(["des Tilleuls", "de la Fontaine", "du Moulin"])}",
            "de" => $"{Pick(["Lindenstraße", "Gartenweg", "Bahnhofstr."])} {number}",
            "pl" => $"ul. {Pick(["Lipowa", "Ogrodowa", "Kolejowa"])} {number}",
            "ru" => $"ул. {Pick(["Садовая", "Лесная", "Заводская"])}, д. {number}",
            "tr" => $"{Pick(["Çınar", "Gül", "Lale"])} Sokak No: {number}",
            "zh" => $"{Pick(["中山", "解放", "人民"])}路{number}号",
            "ar" => $"شارع {Pick(["النخيل", "الزهور", "السلام"])} {number}",
            _ => $"{number} {Pick(["Maple", "Elm", "Station"])} {Pick(["Road", "Street", "Avenue"])}",
        };
    }

    private string Coordinates()
    {
        double latitude = _random.Next(100_000, 600_000) / 10_000.0;
        double longitude = _random.Next(10_000, 900_000) / 10_000.0;
        return _random.Next(2) == 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{latitude:0.0000}, {longitude:0.0000}")
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{(int)latitude}°{_random.Next(10, 59)}'N {(int)longitude}°{_random.Next(10, 59)}'E"
            );
    }

    private char Digit() => (char)('0' + _random.Next(10));

    private string Of(int length, string signs) => string.Create(length, signs, (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = from[_random.Next(from.Length)];
        });

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
