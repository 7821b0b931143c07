using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>A number in a narrative stays where something explains it, and is masked where nothing does (decision 0029).</summary>
public sealed class UnexplainedNumberTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("dhl 4821733451 held at the hub", "dhl [number] held at the hub")]
    [InlineData("the courier wrote 482173 on his palm", "the courier wrote [number] on his palm")]
    [InlineData("a note read 0244 482 173 in pencil", "a note read [number] in pencil")]
    [InlineData("quoted GHA-482173345-1 at the desk", "quoted [number] at the desk")]
    [InlineData("quoted XKL482 at the desk", "quoted [number] at the desk")]
    [InlineData("abandoned by the river: CE 482 KL, 26 bales", "abandoned by the river: [number], 26 bales")]
    [InlineData("предъявил БД 4821733 и уехал", "предъявил [number] и уехал")]
    [InlineData("العلبة عليها ٤٨٢١٧٣٣٤ بخط اليد", "العلبة عليها [number] بخط اليد")]
    [InlineData("紙上寫着４８２１７３３，另有現金", "紙上寫着[number]，另有現金")]
    [InlineData("纸上写着一三八零零四八二一七三，另有现金", "纸上写着[number]，另有现金")]
    [InlineData("пистолет ПМ № КМ 4821 без документов", "пистолет ПМ № [number] без документов")]
    [InlineData("wrote 0049 2010 31 4482173000 down", "wrote [number] down")]
    [InlineData("паспорт у гр. 4821733 гр. Узбекистана", "паспорт у гр. [number] гр. Узбекистана")]
    [InlineData("left at the gate: MK 4821, empty", "left at the gate: [number], empty")]
    [InlineData("the passenger (24 X 1970) swallowed pellets", "the passenger ([date of birth]) swallowed pellets")]
    [InlineData("under the username horseman.27 online", "under the username [handle] online")]
    [InlineData("always to Quadra 14 Lote 7, Jardim", "always to [address], Jardim")]
    [InlineData("user tropa_do_embarque7 paid in cash", "user [handle] paid in cash")]
    [InlineData("the passenger (24.10.1970) swallowed pellets", "the passenger ([date of birth]) swallowed pellets")]
    [InlineData("two women on RKZTQW, bags checked to Lima", "two women on [tracking number], bags checked to Lima")]
    [InlineData("同行三人用QKZRTW，行李重量一致", "同行三人用[tracking number]，行李重量一致")]
    [InlineData("kept with H7KZTR and 3 kg of gold", "kept with [tracking number] and 3 kg of gold")]
    [InlineData("a stub, KQ0412 27R 081, in the shoe", "a stub, [tracking number], in the shoe")]
    [InlineData("Bordkarte TP0417 14N SEQ 071 im Schuh", "Bordkarte [tracking number] im Schuh")]
    [InlineData("pase JX4ZKT/071 roto", "pase [tracking number] roto")]
    [InlineData("Einschreiben RT 482 173 345 LV offen", "Einschreiben [tracking number] offen")]
    [InlineData("paper ARS48217334 in the sock", "paper [number] in the sock")]
    [InlineData("the mate's EC477173 had lapsed", "the mate's [number] had lapsed")]
    [InlineData("a note read 079 482 17 33 Anna", "a note read [number] Anna")]
    [InlineData("sold by u/NorthWaters_, 25 kg", "sold by [handle], 25 kg")]
    [InlineData("contact tordek#4417 for rounds", "contact [handle] for rounds")]
    [InlineData("SEE FACEBOOK.COM/TORDEK.AVES, 14 BIRDS", "SEE [web address], 14 BIRDS")]
    [InlineData("昵称：北海木匠_山；品名：木材", "昵称：[handle]；品名：木材")]
    [InlineData("mail p(punto)tordek@casa.example today", "mail [e-mail] today")]
    [InlineData("van plate Dubai K 48217 at the gate", "van plate [number] at the gate")]
    [InlineData("loueur 148 تونس 4821 en fuite", "loueur [vehicle] en fuite")]
    public void What_nothing_explains_is_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("48217 counterfeit handbags in 12 boxes")]
    [InlineData("48217 packs, 482173 cigarettes and 4821733 tablets")]
    [InlineData("duty of USD 48217 and 482173 rupees evaded")]
    [InlineData("heading 2402.20.10.00 declared, CAS 108-24-7 found")]
    [InlineData("regulation 952/2013 and law 19.367, art. 215")]
    [InlineData("laptop ThinkPad T480, graphics card RTX 3080, Boeing 747-400F")]
    [InlineData("tyres 295/80R22.5 and cartridges 7.62x39")]
    [InlineData("from 14.03.2019 to 2024-03-14, in Q3 2024")]
    [InlineData("loi 90-614 du 12 juillet 1990")]
    [InlineData("изъято 482173 сигарет и 48217 пачек табака")]
    [InlineData("ضبط ٤٨٢١٧ حبة و١٢٠٠٠ سيجارة")]
    [InlineData("檢獲４８２１７３支香煙，市值482173元")]
    [InlineData("48217 adet kaçak sigara ve 482173 paket")]
    [InlineData("the shift of 0415-0650 and 22h10-23h45, 6 checks")]
    [InlineData("барабанная граната, фракция 10-80 г, 12,5 кг")]
    [InlineData("six coins of FRIEDRICH III 1888 in a sock")]
    [InlineData("firmware 3.1.22.4 on 40 boxes")]
    [InlineData("barcode 4006381333931 on each bottle")]
    [InlineData("NATO rank and STRONG on the label, 40 boxes")]
    [InlineData("bands 700/1700/2300 MHz, 6 antennas")]
    public void What_something_explains_stays(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Fact]
    public void A_number_that_was_found_grows_over_the_rest_of_it() =>
        Assert.Equal("C.I. [id number] vencido", Masking.Mask("C.I. 4821733 LP vencido").Text);

    // Whatever form it has and whatever its check digits say; and the next one of its series.
    [Theory]
    [InlineData("Seal KRA0048817 cut at 0912, new seal KRA0048902 fitted.")]
    [InlineData("Precinto AD 0093341 roto a las 07:10, se coloca AD 0093388.")]
    [InlineData("Scellé DD 118832 rompu à 09h, remplacé par DD 118840.")]
    [InlineData("Lacre RFB 0091827 rompido às 07h, posto o 0091840.")]
    [InlineData("Plombe DE 0066120 07:02 gebrochen, DE 0066131 gesetzt.")]
    [InlineData("Plomba PL0048812 cała, linka celna przecięta.")]
    [InlineData("Пломба РФ 0055127 снята 07:10, навешена РФ 0055139.")]
    [InlineData("Mühür TR 0077123 kesildi, TR 0077130 takıldı.")]
    [InlineData("رقم السيل 0045871 سليم.")]
    [InlineData("铅封CN0077231于七时剪断,换上CN0077240。")]
    [InlineData("Permiso CITES 22PE000417 vencido, orquídeas decomisadas.")]
    [InlineData("4-CMC, CAS 1225843-86-6, czystość 92 %.")]
    public void The_numbers_of_seals_permits_and_substances_stay(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Theory]
    [InlineData("Seal KRA0048817 cut, passport KRA0048902 of the driver", "0048902")]
    [InlineData("Se rompió el precinto. DNI 30123456 y 20 kg de cocaína.", "30123456")]
    [InlineData("20 kg under the precinto: CURP no. 30123456", "30123456")]
    [InlineData("Seal 4480012 was cut and the man showed 4480099 as his papers.", "4480099")]
    [InlineData("Seal AB4480012 broken; the woman travelled on the Indian AB4480099.", "4480099")]
    [InlineData("precinto AD0093341 roto, licencia AD0093388 del chofer", "0093388")]
    [InlineData("Plombe DE 0066120 gebrochen, DE 7716131 gesetzt", "7716131")]
    [InlineData("seal 0048817 cut, VIN WDB9066571S123456 on the van", "WDB9066571S123456")]
    public void A_number_of_another_series_or_beside_a_document_is_masked(string text, string number) =>
        Assert.DoesNotContain(number, Masking.Mask(text).Text, System.StringComparison.Ordinal);

    // Two suitcases are nobody's in particular; the traveller's one is.
    [Theory]
    [InlineData("Vol AF 703, soute 3, deux valises en souffrance, karité.", false)]
    [InlineData("Flug LH507 aus São Paulo, Stichprobe 18 Koffer, ein Treffer.", false)]
    [InlineData("Рейс SU 1943, багажник 3, два бесхозных чемодана.", false)]
    [InlineData("Vol AF 703, valise d'un passager, karité.", true)]
    [InlineData("Flight BA117 passenger stopped with 3 kg", true)]
    [InlineData("Voo TP 081, bagagem dos passageiros aberta", true)]
    public void A_flight_is_masked_beside_somebody_but_not_beside_a_count(string text, bool isMasked) =>
        Assert.Equal(isMasked, Masking.Mask(text).Spans.Count > 0);

    [Theory]
    [InlineData("税号2402.2000，硬盒香烟9000条，未税。")]
    [InlineData("Nissan Frontier NP300 2.5 y Volvo FH 540.")]
    [InlineData("Rolex GMT-Master II 126710, Fälschung, 12 Stück.")]
    [InlineData("Серия 210723 препарата «Терафлекс», вкладыш с ошибками.")]
    [InlineData("القائم 40120، الفارغ 15000، زيادة 900 كيلو.")]
    [InlineData("Pociąg 10106 relacji Brześć–Terespol, skrytka w suficie.")]
    public void Codes_of_goods_models_batches_weights_and_trains_stay(string text) => Assert.Equal(text, Masking.Mask(text).Text);
}
