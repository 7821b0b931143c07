using System.Linq;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class FieldsLeftTests
{
    // The place is another column's, so that the station is who reports.
    [Fact]
    public void An_office_beside_a_place_is_who_reports()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Tarikh rampasan,Negara,Barang,Kuantiti,Unit,CAW/STESEN,LOKASI\n2024-01-02,MY,heroin,3,kg,JKDM Tawau,Jeti Tawau\n"
                + "2024-01-03,MY,cocaine,4,kg,Rantau Panjang,Sg. Golok\n2024-01-05,MY,khat,5,kg,JKDM Klang,Pelabuhan Utara\n"
        );
        Assert.Equal("place_name", SourceSuggesterTests.Field(found, "LOKASI"));
        Assert.Equal("reporting_service", SourceSuggesterTests.Field(found, "CAW/STESEN"));
    }

    [Fact]
    public void An_office_without_a_place_beside_it_is_the_place()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Sicherstellungsdatum;Dienststelle;Warenart;Menge;Einheit\n"
                + "03.01.2023;Aachen;Kokain;2,5;kg\n17.01.2023;Weil;Haschisch;1;kg\n18.01.2023;Aachen;Heroin;2;kg\n"
        );
        Assert.Equal("place_name", SourceSuggesterTests.Field(found, "Dienststelle"));
    }

    [Fact]
    public void Of_two_amounts_the_one_before_the_unit_comes_before_one_that_bears_its_own()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Tarikh rampasan,Negara,Barang,KUANTITI,UNIT,BERAT/ISIPADU\n"
                + "2024-01-02,MY,heroin,3,biji,2.5 kg\n2024-01-03,MY,cocaine,14,kotak,3.1kg\n"
                + "2024-01-05,MY,khat,9,biji,9 kg\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "KUANTITI"));
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "BERAT/ISIPADU"));
    }

    [Fact]
    public void A_further_amount_is_no_worth()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Exporter reported quantity,Unit,Importer reported quantity\n"
                + "2024-01-02,FR,ivory,3,kg,2\n2024-01-03,FR,ivory,14,kg,14\n2024-01-05,FR,coral,9,kg,\n"
        );
        Assert.NotEqual("value", SourceSuggesterTests.Field(found, "Importer reported quantity"));
    }

    [Fact]
    public void Of_two_amounts_the_one_that_is_called_so_is_the_quantity()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "datum,land,goederen,goederen.aantalColli,goederen.hoeveelheid,goederen.eenheid\n"
                + "2024-01-02,NL,heroine,3,25,kg\n2024-01-03,NL,cocaïne,14,31,kg\n"
                + "2024-01-05,NL,khat,9,90,kg\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "goederen.hoeveelheid"));
    }

    [Fact]
    public void Units_behind_the_amount_are_its_unit_whatever_they_are_called()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,ЈМ\n2024-01-02,FR,heroin,3,кг\n"
                + "2024-01-03,FR,cocaine,14,г\n2024-01-05,FR,khat,9,кг\n2024-01-06,FR,khat,9,ком\n"
        );
        Assert.Equal("unit", SourceSuggesterTests.Field(found, "ЈМ"));
    }

    [Fact]
    public void A_further_amount_with_a_unit_that_is_hardly_named_is_the_other_measure()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Քանակը,Չ/մ,Լրաց. քանակը,Լրաց. չ/մ\n"
                + "2024-01-02,FR,heroin,3,կգ,7,հատ\n2024-01-03,FR,cocaine,14,գրամ,2,տուփ\n"
                + "2024-01-05,FR,khat,9,կգ,3,հատ\n"
        );
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "Լրաց. քանակը"));
        Assert.Equal("unit_2", SourceSuggesterTests.Field(found, "Լրաց. չ/մ"));
    }

    [Fact]
    public void A_unit_in_letters_beside_Chinese_signs_is_read()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "查獲日,Country,貨名,數量,單位,淨重KG\n2024-01-02,TW,heroin,3,隻,2.5\n2024-01-03,TW,cocaine,14,隻,3.1\n2024-01-05,TW,khat,9,隻,9\n"
        );
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "淨重KG"));
    }

    [Fact]
    public void Modes_that_may_be_kinds_of_traffic_are_the_likelier_of_the_two()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,trafikslag\n2024-01-02,SE,heroin,3,kg,väg\n"
                + "2024-01-03,SE,cocaine,4,kg,flyg\n2024-01-05,SE,khat,5,kg,färja\n"
        );
        Assert.Contains(SourceSuggesterTests.Field(found, "trafikslag"), new[] { "mode_of_transport", "traffic_type" });
    }

    [Fact]
    public void A_column_of_few_words_is_no_weekday_for_that()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Zzyx\n2024-01-02,SE,heroin,3,kg,saknas\n"
                + "2024-01-03,SE,cocaine,4,kg,borttagen\n2024-01-05,SE,khat,5,kg,saknas\n"
        );
        Assert.Equal(ColumnState.NotUnderstood, found.Columns.Single(c => c.Column == "Zzyx").State);
    }

    [Fact]
    public void What_is_called_a_unit_and_names_offices_is_none()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Mängd,Enhet\n2024-01-02,SE,heroin,3,Tullverket Trelleborg\n2024-01-03,SE,cocaine,4,Flygkontroll Arlanda\n"
                + "2024-01-05,SE,khat,5,Gränsskydd Göteborg\n"
        );
        Assert.NotEqual("unit", SourceSuggesterTests.Field(found, "Enhet"));
    }

    [Fact]
    public void Tariff_numbers_are_known_without_their_name()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,NGP\n2024-01-02,TN,heroin,3,kg,29391100\n2024-01-03,TN,cigarettes,4,kg,24022000\n"
                + "2024-01-05,TN,cocaine,5,kg,29397200\n2024-01-05,TN,medicines,5,kg,30049000\n2024-01-06,TN,pistol,1,pieces,93020000\n"
        );
        Assert.Equal("hs_code", SourceSuggesterTests.Field(found, "NGP"));
    }

    // Numbers and kinds of several goods of one record stand side by side in its cells.
    [Fact]
    public void Values_and_kinds_of_several_goods_of_a_record_are_read_each()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Fecha,Country,items.rubro,items.descripcion,items.cantidad,items.unidad,items.valor\n"
                + "2024-01-02,PY,Estupefacientes;Tabaco,cocaína;cigarrillos,3;20,kg;cajas,43.200.000;1.488.000\n"
                + "2024-01-03,PY,Tabaco;Combustibles,cigarrillos;gasoil,4;7,cajas;litros,12.000;7.000\n"
                + "2024-01-04,PY,Estupefacientes;Combustibles,marihuana;gasoil,2;7,kg;litros,12.500;7.200\n"
                + "2024-01-05,PY,Estupefacientes;Tabaco,cocaína;cigarrillos,1;9,kg;cajas,9.500;5.200\n"
                + "2024-01-05,PY,Estupefacientes;Combustibles,marihuana;nafta,1;9,kg;litros,9.700;5.250\n"
                + "2024-01-06,PY,Tabaco;Combustibles,puros;nafta,1;9,cajas;litros,9.750;5.220\n"
        );
        Assert.Equal("value", SourceSuggesterTests.Field(found, "items.valor"));
        Assert.Equal("heading", SourceSuggesterTests.Field(found, "items.rubro"));
        Assert.Equal("product", SourceSuggesterTests.Field(found, "items.descripcion"));
    }

    [Fact]
    public void A_reference_may_have_a_blank_in_it()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "dnr,Date,Country,Product,Quantity,Unit\nTV 396-3429-22,2024-01-02,SE,heroin,3,kg\nTV 658-2764-22,2024-01-03,SE,cocaine,4,kg\n"
                + "TV 792-5307-22,2024-01-05,SE,khat,5,kg\n"
        );
        Assert.Equal("case_ref", SourceSuggesterTests.Field(found, "dnr"));
    }

    [Fact]
    public void Days_with_a_point_behind_them_are_days()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Datum,Country,Product,Quantity,Unit\n20.10.2021.,RS,heroin,3,kg\n27.9.21.,RS,cocaine,4,kg\n4.5.2021.,RS,khat,5,kg\n"
        );
        Assert.Equal("seizure_date", SourceSuggesterTests.Field(found, "Datum"));
        Assert.Contains("d.M.yy.", found.Columns.Single(c => c.Column == "Datum").Formats);
    }

    [Fact]
    public void Of_two_amounts_the_numbered_one_is_the_second()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Data;Šalis;Prekė;Kiekis;Mato vnt.;Kiekis (2);Mato vnt. (2)\n"
                + "2024-01-02;LT;heroinas;3;kg;40;vnt.\n2024-01-03;LT;kokainas;14;kg;7;vnt.\n2024-01-05;LT;hašišas;9;kg;3;vnt.\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, "Kiekis"));
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, "Kiekis (2)"));
    }

    [Fact]
    public void A_coordinate_has_another_one()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "date,country,product,quantity,unit,lat,lng\n2024-01-02,CM,heroin,3,kg,2.95378,9.90242\n"
                + "2024-01-03,CM,cocaine,14,kg,4.03307,9.67925\n2024-01-05,CM,khat,9,kg,3.86670,11.5167\n"
        );
        Assert.Equal("latitude", SourceSuggesterTests.Field(found, "lat"));
        Assert.Equal("longitude", SourceSuggesterTests.Field(found, "lng"));
    }

    [Fact]
    public void Letters_that_a_database_does_not_have_are_written_plainly()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "HADISE_TARIXI;MALIN_ADI;MIQDAR;VAHID;GONDEREN_OLKE;DEYER_AZN\n"
                + "02.01.2023;heroin;3;kq;İran;1200\n03.01.2023;kokain;14;kq;Türkiyə;4300\n05.01.2023;qat;9;kq;Gürcüstan;900\n"
        );
        Assert.Equal("departure_country", SourceSuggesterTests.Field(found, "GONDEREN_OLKE"));
        Assert.Equal("value", SourceSuggesterTests.Field(found, "DEYER_AZN"));
    }
}
