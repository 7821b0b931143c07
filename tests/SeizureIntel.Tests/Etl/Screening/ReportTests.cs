using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Sentences as officers of ten languages write them, in 16 classes and with bare names, of our own, written before the lists were
/// read: "learn" was looked at while the rules were made, of "hold" only totals were seen. "report" came first; "customs" was written for the
/// edition after it and was .98 and .96 masked before (handles .71 and .66), 22 and 19 of its 267 clean ones changed. "desk" is by hands
/// that had not seen the rules: twenty classes, companies and documents of crews among them, no two alike in wording. Three wrote its "learn",
/// three more its "more"; from sixteen further ones, "taught", the tagger has learned, which had read the others too. Two more wrote "hold".
/// "frames" holds bare names alone: behind places, times, clauses and verbs ("hold", of which the tagger has not learned), and in Arabic ("learn").
/// <c>./run bench reading</c> prints them by class and language.</summary>
public sealed class ReportTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);
    private static readonly string Folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");

    // A town or a month may stay: their digits single somebody out.
    private static readonly string[] ByDigits = ["street_address", "date_of_birth"];

    // Just below what stands today.
    [Theory]
    [InlineData("report", "learn", 0.99, 0.94, 0.95)]
    [InlineData("report", "hold", 0.97, 0.84, 0.96)]
    [InlineData("customs", "learn", 0.999, 0.98, 0.98)]
    [InlineData("customs", "hold", 0.99, 0.95, 0.98)]
    [InlineData("desk", "learn", 0.975, 0.92, 0.95)]
    [InlineData("desk", "more", 0.97, 0.9, 0.96)]
    [InlineData("desk", "taught", 0.97, 0.86, 0.94)]
    [InlineData("desk", "hold", 0.96, 0.86, 0.91)]
    public void What_was_planted_is_masked(string file, string set, double leastOverAll, double leastOfClass, double leastOfNames)
    {
        ILookup<string, string[]> classes = Rows($"{file}_secrets.tsv", set).ToLookup(static r => r[1]);
        Dictionary<string, double> recall = classes.ToDictionary(
            static c => c.Key,
            static c => c.Average(static r => IsMasked(r) ? 1.0 : 0)
        );
        string told = string.Join("\n", recall.Select(static c => $"{c.Key} {c.Value:0.000}"));
        Assert.True(recall.Count >= 17);
        Assert.True(recall.Remove("bare_name", out double names) && names >= leastOfNames, told);
        Assert.True(recall.Values.Average() >= leastOverAll, told);
        Assert.True(recall.Values.Min() >= leastOfClass, told);
    }

    [Theory]
    [InlineData("en", 0.98)]
    [InlineData("es", 0.98)]
    [InlineData("fr", 0.98)]
    [InlineData("pt", 0.98)]
    [InlineData("de", 0.98)]
    [InlineData("pl", 0.98)]
    [InlineData("ru", 0.96)]
    [InlineData("tr", 0.96)]
    [InlineData("zh", 0.94)]
    [InlineData("ar", 0.91)]
    public void Names_in_the_commonest_frames_of_a_report_are_masked(string language, double least) =>
        Assert.True(Rows("frames_secrets.tsv", "hold").Where(r => r[2] == language).Average(static r => IsMasked(r) ? 1.0 : 0) >= least);

    [Theory]
    [InlineData("bank_account")]
    [InlineData("booking_or_ticket")]
    [InlineData("crew_document")]
    [InlineData("crypto_wallet")]
    [InlineData("drivers_licence")]
    [InlineData("email")]
    [InlineData("ip_or_mac")]
    [InlineData("national_id")]
    [InlineData("parcel_tracking")]
    [InlineData("passport")]
    [InlineData("payment_card")]
    [InlineData("phone")]
    [InlineData("social_handle")]
    [InlineData("vin")]
    public void Numbers_and_user_names_of_other_hands_are_masked(string kind) =>
        Assert.True(Rows("desk_secrets.tsv", "learn").Where(r => r[1] == kind).Average(static r => IsMasked(r) ? 1.0 : 0) >= 0.92);

    [Theory]
    [InlineData("report", "learn", 0)]
    [InlineData("report", "hold", 8)]
    [InlineData("customs", "learn", 3)]
    [InlineData("customs", "hold", 7)]
    [InlineData("desk", "learn", 33)]
    [InlineData("desk", "more", 73)]
    [InlineData("desk", "taught", 290)]
    [InlineData("desk", "hold", 48)]
    [InlineData("frames", "hold", 41)]
    [InlineData("frames", "learn", 40)]
    public void Clean_sentences_stay(string file, string set, int most)
    {
        List<string> changed =
        [
            .. Rows($"{file}_clean.tsv", set)
                .Select(static r => Masking.Mask(r[2]))
                .Where(static m => m.Spans.Count > 0)
                .Select(static m => m.Text),
        ];
        Assert.True(changed.Count <= most, string.Join("\n", changed));
    }

    [Theory]
    [InlineData(
        "Router seized, MAC 16-4A-29-0C-B8-72, and log from 2001:db8:85::17",
        "Router seized, MAC [network address], and log from [network address]"
    )]
    [InlineData("log from 203.0.113.9:8443 and ::ffff:203.0.113.9", "log from [network address] and [network address]")]
    [InlineData("order via t.me/greyheron, page @соболь_юг", "order via [web address], page [handle]")]
    [InlineData("Tel. 0171 / 448 12 09", "Tel. [phone]")]
    [InlineData("Boarding pass KL1024 22C SEQ 088 in the sock", "Boarding pass [tracking number] in the sock")]
    [InlineData("licence GBR.FCL.PP.448120A shown", "licence [id number] shown")]
    [InlineData("机组证京铁乘字第44812号", "机组证[id number]")]
    [InlineData("FB: Tani Tytoń 24, odbiór osobisty", "FB: [handle], odbiór osobisty")]
    [InlineData("抖音用户阿强海鲜_99直播售卖冻品", "抖音用户[handle]直播售卖冻品")]
    [InlineData("14 t of waste, Basel code B1010", "14 t of waste, Basel code B1010")]
    [InlineData("BTA 2015 and SI 2008/1276 apply", "BTA 2015 and SI 2008/1276 apply")]
    [InlineData("Диспорт 500 ЕД, 40 флаконов", "Диспорт 500 ЕД, 40 флаконов")]
    [InlineData("Passenger on PNR KXLTRB had one bag", "Passenger on PNR [tracking number] had one bag")]
    [InlineData("TICKET BOUGHT IN CASH AT THE COUNTER", "TICKET BOUGHT IN CASH AT THE COUNTER")]
    [InlineData("her instagram is marluna, 300 followers", "her instagram is [handle], 300 followers")]
    [InlineData("matelot matricule 49234/13 descendu", "matelot matricule [id number] descendu")]
    [InlineData("Declared under 6403 99 96, found 6404 11 00", "Declared under 6403 99 96, found 6404 11 00")]
    [InlineData("via Jana Pawła II do Gdańska", "via Jana Pawła II do Gdańska")]
    [InlineData("Art. 6 der Verordnung (EG) Nr. 338/97", "Art. 6 der Verordnung (EG) Nr. 338/97")]
    [InlineData("Im Reserverad lagen 84 Stangen", "Im Reserverad lagen 84 Stangen")]
    [InlineData("Trozas de Cedrela odorata, 42 m3", "Trozas de Cedrela odorata, 42 m3")]
    [InlineData("Серия 040321, годен до 06.2026, 900 капсул", "Серия 040321, годен до 06.2026, 900 капсул")]
    [InlineData("паспорт серия 040321, 900 капсул", "паспорт серия [passport], 900 капсул")]
    [InlineData("placa madre modelo GH-4471, sin marca", "placa madre modelo GH-4471, sin marca")]
    [InlineData("Операция «Святой Николай»: 34 изъятия", "Операция «Святой Николай»: 34 изъятия")]
    [InlineData("清代王翚山水画1幅", "清代王翚山水画1幅")]
    [InlineData("vendedor lumo-zubr47 no Telegram", "vendedor [handle] no Telegram")]
    [InlineData("Benutzername TarikGepard", "Benutzername [handle]")]
    [InlineData("Paket an Fichtenweg 9, 3. Stock", "Paket an [address]")]
    [InlineData("koli Lale Sitesi B Blok D. 41 adresine", "koli [address] adresine")]
    [InlineData("pax dob 070685, two bags", "pax dob [date of birth], two bags")]
    [InlineData("Reisender (17.8.64) aus Skopje", "Reisender ([date of birth]) aus Skopje")]
    [InlineData("boxes 12-10-50 cm, 40 of them", "boxes 12-10-50 cm, 40 of them")]
    [InlineData("SEARCH OF 9 KESTREL CLOSE HULL, 14 BOXES", "SEARCH OF [address] HULL, 14 BOXES")]
    [InlineData("nave en Polígono Los Olivos, parcela 8, con 40 cajas", "nave en [address], con 40 cajas")]
    [InlineData("Park Lane 12 cartons of cigarettes", "Park Lane 12 cartons of cigarettes")]
    [InlineData("Carrier: Oduya Freightways; 3 t", "Carrier: [company]; 3 t")]
    [InlineData("facturé par Kermadec et Fils, 3 t de bois", "facturé par [company], 3 t de bois")]
    [InlineData("فاتورة المستورد شركة نجوم الصحراء للتجارة لم يحضر", "فاتورة المستورد [company] لم يحضر")]
    [InlineData("Volvo FH 460, DAF XF, Scania R450", "Volvo FH 460, DAF XF, Scania R450")]
    [InlineData("Provincia de Tomás Barrón, 6 camiones", "Provincia de Tomás Barrón, 6 camiones")]
    [InlineData("Zoll Karl-Benz-Straße, 61 Fahrzeuge", "Zoll Karl-Benz-Straße, 61 Fahrzeuge")]
    [InlineData("toile signée Eugène Jansson, 38 x 55 cm", "toile signée Eugène Jansson, 38 x 55 cm")]
    [InlineData("DRIVER: ZERIHUN WOLDEMICHAEL; 41 KG KHAT", "DRIVER: [name]; 41 KG KHAT")]
    [InlineData("Bota Caterpillar y Timberland, 900 pares", "Bota Caterpillar y Timberland, 900 pares")]
    [InlineData("Invoice made out to Tamarind Coast Spices, paid in cash", "Invoice made out to [company], paid in cash")]
    [InlineData("ладан отправила компания Sinhai Fortune, 4 т", "ладан отправила компания [company], 4 т")]
    [InlineData("那批柜子的实际货主是SUNRISE PEARL LOGISTICS，法人离境", "那批柜子的实际货主是[company]，法人离境")]
    [InlineData("永吉藥材行，熊膽粉三盒", "[company]，熊膽粉三盒")]
    [InlineData("Die Minderjährige (*7.6.2009) hatte 2 g", "Die Minderjährige (*[date of birth]) hatte 2 g")]
    [InlineData("生於民國75年4月8日之男子", "生於民國[date of birth]之男子")]
    [InlineData("Bordkarte TK1588/107 zerrissen", "Bordkarte [tracking number] zerrissen")]
    [InlineData("Mail juan.perez arroba gmail punto com", "Mail [e-mail]")]
    [InlineData("posted by DukeOfDials on Discord", "posted by [handle] on Discord")]
    [InlineData("林则徐纪念馆旁设卡", "林则徐纪念馆旁设卡")]
    [InlineData("卷烟购自章帆，申报为瓷砖", "卷烟购自[name]，申报为瓷砖")]
    [InlineData("Fund im Tannengässle 7 in Ulm", "Fund im [address] in Ulm")]
    [InlineData("Calle Olmo 14, stand 20, con 3 cajas", "[address], con 3 cajas")]
    [InlineData("Chaussée de Namur 104/bte 7 à Wavre", "[address] à Wavre")]
    [InlineData("Unit 9 at 14 Kestrel Pde, Perth", "Unit 9 at [address], Perth")]
    [InlineData("гараж на Лесной улице, 9 строение 3 пуст", "гараж на [address] пуст")]
    [InlineData("货送到青石大道北139号后门", "货送到[address]后门")]
    [InlineData("台北松柏路21-3號五樓有菸", "[address]有菸")]
    [InlineData("海淀翠微路甲9号，院内有烟", "[address]，院内有烟")]
    [InlineData("河东环湖路88号附3，有烟", "[address]，有烟")]
    public void What_is_said_beside_decides(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    private static bool IsMasked(string[] row)
    {
        IReadOnlyList<MaskedSpan> spans = Masking.Mask(row[3]).Spans;
        bool areDigitsEnough = ByDigits.Contains(row[1]);
        int start = row[3].IndexOf(row[4], StringComparison.Ordinal);
        Assert.True(start >= 0, row[3]);
        return Enumerable
            .Range(start, row[4].Length)
            .Where(i => areDigitsEnough ? char.IsDigit(row[3][i]) : char.IsLetterOrDigit(row[3][i]))
            .All(i => spans.Any(s => s.Start <= i && i < s.Start + s.Length));
    }

    private static IEnumerable<string[]> Rows(string file, string set) =>
        File.ReadAllLines(Path.Combine(Folder, file)).Skip(1).Select(static l => l.Split('\t')).Where(r => r[0] == set);
}
