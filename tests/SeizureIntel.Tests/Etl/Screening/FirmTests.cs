using System;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Where the name of a firm begins and ends, and what is none. Sentences of our own.</summary>
public sealed class FirmTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("Seized from Alpha Beta Gamma GmbH \"Rolex\" watches", "Seized from [company] \"Rolex\" watches")]
    [InlineData("bought from Kestrel Ridge Partners Ltd \"Casio\" watches", "bought from [company] \"Casio\" watches")]
    [InlineData("груз ЧУП «Белая Вежа» осмотрен", "груз [company] осмотрен")]
    public void A_quotation_behind_a_form_is_the_firms_where_no_name_stands_before(string text, string masked) => Same(masked, text);

    [Theory]
    [InlineData(
        "Alles gehörte der Kastanie Invest UG (haftungsbeschränkt), Kapital ein Euro",
        "Alles gehörte der [company], Kapital ein Euro"
    )]
    [InlineData("Facturado a Jinhua Bazar Import 2019 SL, 3 cajas", "Facturado a [company], 3 cajas")]
    [InlineData("استأجرت شركة بحر العرب للرحلات غواصة", "استأجرت [company] غواصة")]
    public void A_firm_reaches_over_its_year_its_form_and_its_purpose(string text, string masked) => Same(masked, text);

    [Theory]
    [InlineData("goods of Golden Stamp FZE, 40 boxes", "goods of [company], 40 boxes")]
    [InlineData("goods of Blue Curtain Kft, 40 boxes", "goods of [company], 40 boxes")]
    [InlineData("facture de Tampon SUARL, 3 t", "facture de [company], 3 t")]
    [InlineData("held for Plane Parts OHG, 3 t", "held for [company], 3 t")]
    [InlineData("held for Silver Livery EOOD, 3 t", "held for [company], 3 t")]
    [InlineData("stamp Kermadec GmbH on the box", "stamp [company] on the box")]
    public void What_a_name_stands_on_may_be_part_of_one(string text, string masked) => Same(masked, text);

    [Theory]
    [InlineData("fake Nike Air Max, e.g. size 42")]
    [InlineData("other brands, e.g. \"Rolex\", in a bag")]
    [InlineData("fake Adidas Samba, i.e. size 39")]
    [InlineData("40 CAJAS XIAOMI CELULARES")]
    [InlineData("ПРОСТОКВАШИНО МОЛОКО, 40 ЯЩИКОВ")]
    [InlineData("avión de la Fuerza Aérea Ecuatoriana, 3 bultos")]
    [InlineData("40 bags of Dangote OPC cement")]
    [InlineData("12 CAJAS YUASA BATERÍAS")]
    [InlineData("Napis: Golden Virginia")]
    [InlineData("Stamp: Red Dragon")]
    [InlineData("Manifest: Kaffee Bohnen")]
    [InlineData("Inscription: Marlboro Gold")]
    public void Abbreviations_goods_and_inscriptions_are_no_firms(string text) => Same(text, text);

    [Theory]
    [InlineData("Stempel: Kermadec Trading, 3 t", "Stempel: [company], 3 t")]
    [InlineData("Zaśnieżona Przełęcz s.j. wystawiła T1", "[company] wystawiła T1")]
    [InlineData("odbiorca Kuriata i Ryś s.c. nie stawił się", "odbiorca [company] nie stawił się")]
    public void A_trade_or_a_form_shows_one(string text, string masked) => Same(masked, text);

    // Another reader may take them for persons.
    [Theory]
    [InlineData("parcel for John Smith c/o the hotel")]
    [InlineData("Stempel: Golden Lion")]
    [InlineData("Aufschrift: Basmati Reis")]
    public void In_care_of_and_inscriptions_are_no_firms(string text) =>
        Assert.DoesNotContain("[company]", Masking.Mask(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("firm_word")]
    [InlineData("firm_cue")]
    [InlineData("firm_form")]
    public void A_sign_of_a_firm_is_one_word(string use)
    {
        string more = $"word,language,use,kind,status\nKermadec|Kermadec Bay,en,{use},,own\n";
        var refused = Assert.Throws<FormatException>(() => ScreeningLists.Parse([.. Shipped.ScreeningWords, ("more/companies.csv", more)]));
        Assert.Contains("'Kermadec Bay'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
    }

    private static void Same(string masked, string text) => Assert.Equal(masked, Masking.Mask(text).Text);
}
