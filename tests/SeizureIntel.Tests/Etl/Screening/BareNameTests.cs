using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Names that no title, role or age announces. bare_name_sentences.csv holds 1,000 sentences of ours, one planted name in each: given names
/// and surnames put together at random from Debian's python3-fake-factory 0.9.3 (Turkish, Chinese and Arabic: php-faker 1.23; both MIT), which are no
/// source of the screen's lists. The rules were set while looking at the sentences marked "tune"; "held" ones were looked at once, for capitals.</summary>
public sealed class BareNameTests
{
    // Just below what was measured: .960 over all; Arabic, whose rare names no capital shows, .88, the others from .93.
    private const double LeastRecall = 0.95;
    private const double LeastRecallOfOne = 0.87;

    private static readonly string Folder = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "Etl", "Screening");
    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("The parcel was addressed to Kwame Mensah and held ketamine", "The parcel was addressed to [name] and held ketamine")]
    [InlineData("PÉREZ, Juan was stopped at Dover", "[name] was stopped at Dover")]
    [InlineData("cash was found on Nguyen Van Tuan at the gate", "cash was found on [name] at the gate")]
    [InlineData("El paquete iba a Lucía de la Cruz Ortega", "El paquete iba a [name]")]
    [InlineData("García y Fernández viajaban con la carga", "[name] viajaban con la carga")]
    [InlineData("A encomenda era de João Pereira e tinha haxixe", "A encomenda era de [name] e tinha haxixe")]
    [InlineData("Le colis de Thierry LEFÈVRE contenait du tabac", "Le colis de [name] contenait du tabac")]
    [InlineData("Das Paket war an Jürgen van der Heide adressiert", "Das Paket war an [name] adressiert")]
    [InlineData("Towar wydano Krzysztofowi Zielińskiemu na parkingu", "Towar wydano [name] na parkingu")]
    [InlineData("Посылку отправили Сергею Воронцову в Самару", "Посылку отправили [name] в Самару")]
    [InlineData("Koli Serkan Yıldırım tarafından alındı", "Koli [name] tarafından alındı")]
    [InlineData("包裹寄给李建国，内有香烟", "包裹寄给[name]，内有香烟")]
    [InlineData("海關人員其後拘捕黃志強，並檢獲現金", "海關人員其後拘捕[name]，並檢獲現金")]
    [InlineData("وجدت البضاعة في منزل خالد بن سعيد الحربي أمس", "وجدت البضاعة في منزل [name] أمس")]
    public void A_given_name_with_a_surname_is_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("Protokół sporządził st. aspirant W. Brzękowski, 40 kartonów", "Protokół sporządził st. aspirant [officer], 40 kartonów")]
    [InlineData("AUTO DE INFRAÇÃO DA AGENTE T. QUARESMIN, 3 T DE CAMARÃO", "AUTO DE INFRAÇÃO DA AGENTE [name], 3 T DE CAMARÃO")]
    [InlineData("Инспектор Е.В. Колотушкина пересчитала 14 блоков", "Инспектор [officer] пересчитала 14 блоков")]
    [InlineData("Le commandant Joost van der Zwijnen a remis les clés", "Le commandant [name] a remis les clés")]
    [InlineData("Frau Dr. Annegret Kuhlmann öffnete das Paket", "Frau [name] öffnete das Paket")]
    [InlineData("ZIMMERLI-BOSS, R. / 22 l Wein", "[name]. / 22 l Wein")]
    [InlineData("OVIEDO BENITEZ, R. J. - 3.200 cajetillas, reincidente", "[name]. - 3.200 cajetillas, reincidente")]
    [InlineData("MARLBORO, L. and M. brand cigarettes, 20 cartons", "MARLBORO, L. and M. brand cigarettes, 20 cartons")]
    public void A_rank_initials_or_a_small_word_make_unknown_words_a_name(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("TRAILER SIGNWRITTEN OKANTWE FREIGHT, 9 T MAIZE", "TRAILER SIGNWRITTEN [company], 9 T MAIZE")]
    [InlineData("W kartonach od Drewex Północ s.c. był tytoń", "W kartonach od [company] był tytoń")]
    [InlineData("Груз шёл через ПКФ «Сосновый Бор», 12 т", "Груз шёл через [company], 12 т")]
    [InlineData("Laut Stempel MORAVA-SPED, im Register nicht zu finden", "Laut Stempel [company], im Register nicht zu finden")]
    [InlineData("实际货主为宁波鸿泰船务，货值不明", "实际货主为[company]，货值不明")]
    public void A_form_a_trade_or_an_inscription_makes_a_firm(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("قهوة 3 كغ؛ سانجاي باتيل؛ رحلة ليلية", "قهوة 3 كغ؛ [name]؛ رحلة ليلية")]
    [InlineData("أوقف ربان السفينة ميغيل دي لا فونتي قبالة الساحل", "أوقف ربان السفينة [name] قبالة الساحل")]
    [InlineData("收货人黎氏春梅拒绝签字", "收货人[name]拒绝签字")]
    [InlineData("嫌疑人艾尔肯·阿不力孜当场撕毁纸条", "嫌疑人[name]当场撕毁纸条")]
    [InlineData("扣下阿米娜·卡西莫娃 鞋内的药", "扣下[name] 鞋内的药")]
    [InlineData("格哈德·吕特克租的游艇上有第二个水箱", "[name]租的游艇上有第二个水箱")]
    [InlineData("雨果·范德林登交出了兰花", "[name]交出了兰花")]
    public void Names_of_other_peoples_are_masked_in_Arabic_and_Chinese(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("Op GOLDEN MARTIN 7: 40 pallets, Dover")]
    [InlineData("Ботинки Salomon, 40 пар")]
    [InlineData("Moedas de D. João V, 1735, 3 unidades")]
    [InlineData("Червонцы Николая II, 9 шт.")]
    [InlineData("أحذية؛ نعال رجالية؛ 40 كرتونا")]
    [InlineData("Akyazılı Hasan Bey camii önünde kontrol")]
    public void Operations_rulers_and_brands_in_other_letters_stay(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Fact]
    public void Planted_names_are_masked_in_each_language()
    {
        var recall = Sentences()
            .GroupBy(static s => s[0])
            .ToDictionary(static g => g.Key, static g => g.Average(static s => IsCovered(s[2], s[3]) ? 1.0 : 0));
        string told = string.Join(", ", recall.Select(static r => $"{r.Key} {r.Value:0.00}"));
        Assert.Equal(10, recall.Count);
        Assert.True(recall.Values.Average() >= LeastRecall, told);
        Assert.True(recall.Values.Min() >= LeastRecallOfOne, told);
    }

    [Fact]
    public void Sentences_that_name_nobody_stay_as_written()
    {
        foreach (string sentence in File.ReadAllLines(Path.Combine(Folder, "nameless_sentences.txt")))
            Assert.Equal(sentence, Masking.Mask(sentence).Text);
    }

    // The whole name is gone; that a word beside it goes too is another matter.
    private static bool IsCovered(string name, string sentence)
    {
        int start = sentence.IndexOf(name, StringComparison.Ordinal);
        IReadOnlyList<MaskedSpan> spans = Masking.Mask(sentence).Spans;
        return Enumerable
            .Range(start, name.Length)
            .Where(i => char.IsLetter(sentence[i]))
            .All(i => spans.Any(s => s.Start <= i && i < s.Start + s.Length));
    }

    private static IEnumerable<List<string>> Sentences()
    {
        string file = Path.Combine(Folder, "bare_name_sentences.csv");
        return CsvRecords.Read(file, File.ReadAllText(file)).Skip(1).Select(static r => r.Cells);
    }
}
