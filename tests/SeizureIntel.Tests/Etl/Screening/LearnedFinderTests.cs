using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>What the rules leave, the tagger finds; the sentences are of three hands that the rules were not made on. From two of them the tagger has
/// learned. Of names, companies, addresses and short numbers with a letter that nothing introduces it takes back what hardly is one.</summary>
public sealed class LearnedFinderTests
{
    private static readonly NarrativeMask Both = new(Shipped.Screening);
    private static readonly NarrativeMask Rules = new(ScreeningLists.Parse(Shipped.ScreeningWords));

    public static TheoryData<string, string> Left =>
        new()
        {
            { "Truck was on P&O ref PO23236267 as unaccompanied, then a driver turned up.", "PO23236267" },
            { "La joven (n. 05-05-2004) llevaba la droga en una faja posparto.", "05-05-2004" },
            { "Получатель гр. Цзян Хайлун явился с другом.", "Цзян Хайлун" },
            { "السيارة المصرية س ط ع 588 فيها ألعاب نارية", "س ط ع 588" },
            { "Twenty-two jerrycans of petrol were decanted from KDG 520M while it queued at the Busia weighbridge.", "KDG 520M" },
            { "FedEx told us 7756 3356 2420 was rerouted twice by the addressee and then abandoned at the desk", "7756 3356 2420" },
            { "carte équipage TU-CREW-6609 posée sur le chariot, 11 téléphones et 30 k€ dedans", "TU-CREW-6609" },
            { "в чеке частично 4276 3848 **** 4950, хозяйка в Твери, она не в курсе", "4276 3848 **** 4950" },
            { "Фургон арендован по казахстанскому бланку AT 0469894 на покойника.", "AT 0469894" },
            { "Por cem dólares a noite, Abreu Cabinda abria o cadeado da bomba.", "Abreu Cabinda" },
            { "Azerbaycan uyruklu kadının C09458262 sayılı belgesinde kazıntı görüldü.", "C09458262" },
            { "KSIĄŻECZKA GDY/3135/11 Z CUDZYM ZDJĘCIEM", "GDY/3135/11" },
            { "Sa page, sobrement intitulée dr.kaba.naturel, vendait des crèmes au mercure.", "dr.kaba.naturel" },
            { "嫌疑人在微信上昵称一路向北76,朋友圈公开售卖走私雪茄。", "一路向北76" },
            { "小红书洛洛代购日记晒出的包与扣留的九十件完全相同。", "洛洛代购日记" },
            { "Декларацию правили с 95.153.62.18, брокер был в отпуске.", "95.153.62.18" },
        };

    [Theory]
    [MemberData(nameof(Left))]
    public void What_the_rules_leave_is_found(string text, string secret)
    {
        Assert.Contains(secret, Rules.Mask(text).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Both.Mask(text).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("海關共拘捕64名年齡介乎16至71歲的涉案人士")]
    [InlineData("海關發言人呼籲市民繼續提供有關非法燃油活動的資料")]
    [InlineData("海關會繼續嚴密監察利用國際船務物流網絡走私香煙的不法活動")]
    [InlineData("海關共拘捕十四男三女，年齡分別為33和27歲，付運人或貨運代理公司仍在調查")]
    [InlineData("海關人員其後拘捕該名貨車司機。他已獲保釋作進一步調查")]
    public void Ages_verbs_and_trades_of_press_releases_are_left_to_the_rules(string text) =>
        Assert.Equal(Rules.Mask(text).Text, Both.Mask(text).Text);

    [Theory]
    [InlineData("VENDE VAPES EN IG [handle], 12 UNIDADES")]
    [InlineData("anunciava no OLX como [handle] 9 conversores de TV")]
    [InlineData("Обыск по адресу: [address], Находка, 2 т краба.")]
    [InlineData("NE LE [date of birth] LOME")]
    public void What_was_masked_before_is_left_to_the_rules(string text) => Assert.Equal(Rules.Mask(text).Text, Both.Mask(text).Text);

    [Fact]
    public void Finds_of_several_kinds_stay_several()
    {
        const string text = "Driver Ivan Petrov +7 916 123-45-67 KDG 520M was stopped.";
        Assert.Equal(Rules.Mask(text).Spans.Select(static s => s.Kind), Both.Mask(text).Spans.Select(static s => s.Kind));
    }

    [Fact]
    public void A_hostile_cell_takes_no_longer_than_its_length()
    {
        string text = new string('a', 400_000) + new string('.', 400_000);
        var watch = Stopwatch.StartNew();
        Both.Mask(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed.TotalSeconds:0.0} s");
    }

    // Only names, firms, addresses and short numbers with a letter may come back; the test says so, not the code.
    [Fact]
    public void What_the_rules_are_sure_of_stays_masked()
    {
        int sure = 0;
        foreach (string text in Left.Select(static r => r.Data.Item1).Concat(File.ReadLines(Path.Combine(Folder, "desk_clean.tsv"))))
        {
            IReadOnlyList<MaskedSpan> both = Both.Mask(text).Spans;
            foreach (MaskedSpan rule in Rules.Mask(text).Spans)
            {
                string masked = text.Substring(rule.Start, rule.Length);
                bool isDoubtable = rule.Kind switch
                {
                    NominalKind.PersonName or NominalKind.Company or NominalKind.Address => masked.Count(char.IsDigit) <= 4,
                    NominalKind.Unexplained => masked.Length <= 12
                        && masked.Count(char.IsDigit) <= 6
                        && masked.Any(static c => char.IsLetter(c) || c == '/'),
                    _ => false,
                };
                if (isDoubtable)
                    continue;
                sure++;
                Assert.Contains(both, b => b.Start <= rule.Start && rule.Start + rule.Length <= b.Start + b.Length);
            }

            Assert.All(both.Zip(both.Skip(1)), static p => Assert.True(p.First.Start + p.First.Length <= p.Second.Start));
        }

        Assert.True(sure > 20, $"{sure} sure finds");
    }

    [Theory]
    [InlineData("Pistola Taurus, máquina Molins Mark 8, 900 piezas")]
    [InlineData("Stihl MS 170 ve Makita DHP453, 64 adet")]
    [InlineData("Basel Sözleşmesi, kod Y46, 20 ton atık")]
    [InlineData("Skuter Junak 50, rocznik 2017, bez dokumentów")]
    [InlineData("AO Bannbruch, § 372, Vermerk in der Akte")]
    [InlineData("DOCS SEEN: CMR, T1; DOCS NOT SEEN: EXCISE GUIDE; LOAD: 9,8 M CIGS")]
    [InlineData("40 t Bleischrott, Basler Übereinkommen, Abfallcode A1160.")]
    [InlineData("John Deere 6155R declared at 30 pct of value, HS 8701 94.")]
    public void What_hardly_is_personal_comes_back(string text)
    {
        Assert.NotEqual(text, Rules.Mask(text).Text);
        Assert.Equal(text, Both.Mask(text).Text);
    }

    // A word for what bears names stands right before or behind, or quotes stand around.
    [Theory]
    [InlineData("Op. Maria Quitéria encerrada 0500, 1,1 t.")]
    public void A_name_that_a_thing_bears_comes_back(string text)
    {
        Assert.NotEqual(text, Rules.Mask(text).Text);
        Assert.Equal(text, Both.Mask(text).Text);
    }

    [Theory]
    [InlineData("los cigarrillos los cargo carlos aguilera de noche, 40 cajas", "carlos aguilera")]
    [InlineData("motorista disse q o cigarro era de marcos ortega morador da fronteira", "marcos ortega")]
    [InlineData("Stamp of Peter Harrison on the bond, 40 cartons.", "Peter Harrison")]
    [InlineData("Camera of John Harrison held, 3 lenses.", "John Harrison")]
    [InlineData("Kuter Jana Kowalskiego, 40 kartonów.", "Kowalskiego")]
    [InlineData("Statement signed by Peter Harrison, 3 kg declared.", "Peter Harrison")]
    [InlineData("\"Peter Harrison\" was written on the bag, 3 kg.", "Peter Harrison")]
    [InlineData("Formulário Carlos Lima, sem assinatura, 3 kg.", "Carlos Lima")]
    [InlineData("die Werkstatt Lemke machte die doppelten Böden, 9 PKW", "Werkstatt Lemke")]
    [InlineData("По документам лома купила Фирма «Рассвет-2», 340 т", "Рассвет-2")]
    [InlineData("En el aeropuerto John Carter llevaba 2 kg de cocaína.", "John Carter")]
    [InlineData("A la gare John Carter a remis le sac.", "John Carter")]
    [InlineData("sentenced in a drug trafficking operation William Jones, 68, Micah Jones, 49", "William Jones")]
    public void A_person_or_a_firm_beside_goods_stays_masked(string text, string secret) =>
        Assert.DoesNotContain(secret, Both.Mask(text).Text, StringComparison.Ordinal);

    // Places, pictures, goods of classes that a list lacked.
    [Theory]
    [InlineData("Camisetas Messi y Vinícius, 2.310, sin licencia.")]
    [InlineData("El Museo Antonio Raimondi custodia ahora las piezas Recuay.")]
    [InlineData("Museu Emílio Goeldi recebeu as urnas marajoara para guarda.")]
    [InlineData("鱼子酱三公斤，封志完好，沙棘油30桶，退运。")]
    [InlineData("唐三彩马、宋元通宝各一件，仿品。")]
    public void Things_that_bear_names_stay(string text) => Assert.Equal(text, Both.Mask(text).Text);

    // As press releases write: a name, an age.
    [Theory]
    [InlineData("A man was arrested on drug trafficking charges. Hector German, 34, of Dover")]
    [InlineData("William Jones, 68, Micah Jones, 49, and a third man")]
    [InlineData("Camera of John Harrison (34 years) held, 3 lenses.")]
    [InlineData("海關關長張雲正（左二）主持酒會")]
    public void Names_with_a_known_given_name_and_Chinese_ones_stay_masked(string text) =>
        Assert.Equal(Rules.Mask(text).Text, Both.Mask(text).Text);

    // A long number may be of a kind that nobody has planted, and a word or a sign calls a short one somebody's.
    [Theory]
    [InlineData("the crate bore 48213377, nothing else, beside 40 bottles", "48213377")]
    [InlineData("la caja llevaba AB4821337 y nada más", "AB4821337")]
    [InlineData("на ящике стояло 4821337, больше ничего", "4821337")]
    [InlineData("pistol with 482133", "482133")]
    [InlineData("the note bore 48213 and a day", "48213")]
    [InlineData("Zettel mit 48213, sonst nichts", "48213")]
    [InlineData("the note said № 4821 and a day", "4821")]
    [InlineData("el papel decía nº A4821 y un día", "A4821")]
    [InlineData("badge A4821 was left at the gate", "A4821")]
    public void Long_bare_and_announced_numbers_stay_masked(string text, string number) => AssertMasked(text, number);

    // Whoever it is, the number beside the word is somebody's.
    [Theory]
    [InlineData("employee 48213 opened the gate", "48213")]
    [InlineData("prisoner 48213 sent the letter", "48213")]
    [InlineData("prisoner A4821 sent the letter", "A4821")]
    [InlineData("licence 48213 forged", "48213")]
    [InlineData("officer 4471 opened the crate", "4471")]
    [InlineData("officer 4471 opened", "4471")]
    [InlineData("User ID AZ4821", "AZ4821")]
    [InlineData("member AZ4821 posted the photos", "AZ4821")]
    [InlineData("guest 48213", "48213")]
    [InlineData("inmate B7214 had two phones", "B7214")]
    [InlineData("the permit B7214 was copied", "B7214")]
    [InlineData("the last four digits are 4821", "4821")]
    [InlineData("the last four are 4821", "4821")]
    [InlineData("soldat 48213 parti", "48213")]
    [InlineData("Carte 48213 trouvée", "48213")]
    [InlineData("le détenu A4821 a écrit la lettre", "A4821")]
    [InlineData("el preso A4821 envió la carta", "A4821")]
    [InlineData("licencia A4821 falsificada", "A4821")]
    [InlineData("o funcionário A4821 abriu o portão", "A4821")]
    [InlineData("Häftling A4821 schrieb den Brief", "A4821")]
    [InlineData("Mitarbeiter A4821 öffnete das Tor", "A4821")]
    [InlineData("więzień A4821 wysłał list", "A4821")]
    [InlineData("заключённый А4821 отправил письмо", "А4821")]
    [InlineData("сотрудник 4821 открыл ворота", "4821")]
    [InlineData("A4821 numaralı mahkum mektup gönderdi", "A4821")]
    [InlineData("السجين A4821 أرسل الرسالة", "A4821")]
    [InlineData("员工A4821打开了大门", "A4821")]
    [InlineData("A4821号囚犯寄出了信", "A4821")]
    public void Numbers_beside_a_person_or_a_document_stay_masked(string text, string number) => AssertMasked(text, number);

    [Fact]
    public void What_an_office_has_added_stays_masked()
    {
        const string text = "Stihl MS 170 ve Makita DHP453, 64 adet";
        const string surname = "word,language,use,kind,status\nStihl,de,surname,,office\n";
        string weights = Path.Combine(House.Root, "etl", "screening", ScreeningLists.WeightsFile);
        ScreeningLists own = ScreeningLists.Parse([
            .. Shipped.ScreeningWords,
            (weights, File.ReadAllText(weights)),
            ("/office/person_names.csv", surname),
        ]);
        Assert.StartsWith("[name]", new NarrativeMask(own).Mask(text).Text, StringComparison.Ordinal);
    }

    // What stands alone in a cell is no sentence, and is not judged as one.
    [Fact]
    public void Outside_of_narratives_nothing_comes_back()
    {
        const string cell = "Skuter Junak 50, rocznik 2017, bez dokumentów";
        Assert.Null(Shipped.Screening.Finder.Find(cell, isFreeText: true));
        Assert.NotNull(Shipped.Screening.Finder.Find(cell, isFreeText: true, takesBack: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.04 nothing\n")]
    [InlineData("much nothing,phone\n")]
    [InlineData("0.04 nothing,phone\n0000000g!!\n")]
    [InlineData("0.04 nothing,phone\n00000001!\n")]
    [InlineData("0.04 nothing,phone\n00000001!~\n")]
    public void What_is_no_file_of_weights_is_refused(string text)
    {
        var refused = Assert.Throws<FormatException>(() => TaggerWeights.Parse("tagger.txt", text));
        Assert.StartsWith("tagger.txt, line ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_add_up_to_the_chances_of_the_labels()
    {
        // Two features of +1 and +2 steps of 0.5 for the second label: e^1.5 / (1 + e^1.5).
        TaggerWeights weights = TaggerWeights.Parse("tagger.txt", "0.5 nothing,phone\n00000007OP\n00000009OQ\n");
        float[] chances = new float[TaggerWeights.Lanes];
        weights.Weigh([7, 8, 9], chances);
        Assert.Equal(0.81757, chances[1], 4);
    }

    private static void AssertMasked(string text, string number)
    {
        int at = text.IndexOf(number, StringComparison.Ordinal);
        Assert.Contains(Both.Mask(text).Spans, s => s.Start <= at && at + number.Length <= s.Start + s.Length);
    }

    private static string Folder => Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening", "Planted");
}
