using System;
using System.IO;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class SourceSuggesterTests
{
    [Theory]
    [InlineData(
        "Fecha incautación;Departamento;Municipio;Clase de droga;Cantidad;Unidad;Modo de ocultamiento;País de destino",
        "13/02/2023;Loja;Macará;Cocaína;12,5;kg;equipaje;España|14/02/2023;El Oro;Huaquillas;Marihuana;3;kg;tanque de combustible;Perú|"
            + "15/02/2023;Loja;Loja;Heroína;0,4;kg;equipaje;Italia",
        "seizure_date admin1 place_name product quantity unit concealment destination_country"
    )]
    [InlineData(
        "Aktenzeichen;Sicherstellungsdatum;Dienststelle;Warenart;Menge;Einheit;Herkunftsland;Verkehrsmittel",
        "ZF/2023-118;03.01.2023;Hamburg;Zigaretten;40.000;Stück;Polen;Pkw|ZF/2023-119;17.01.2023;Aachen;Kokain;2,5;kg;Niederlande;Zug|"
            + "ZF/2023-120;28.01.2023;Weil;Haschisch;1,2;kg;Schweiz;Pkw",
        "case_ref seizure_date place_name product quantity unit origin_country mode_of_transport"
    )]
    [InlineData(
        "Дата изъятия;Таможенный орган;Наименование товара;Количество;Ед. изм.;Страна отправления;Место сокрытия",
        "12.03.2022;Псковская таможня;Кокаин;1,2;кг;Латвия;багаж|15.03.2022;Брянская таможня;Героин;0,3;кг;Украина;багаж|"
            + "16.04.2022;Псковская таможня;Сигареты;500;шт;Беларусь;багаж",
        "seizure_date place_name product quantity unit departure_country concealment"
    )]
    [InlineData(
        "查获日期,口岸,毒品种类,重量(公斤),来源地,运输方式",
        "2021-05-06,罗湖,可卡因,2.1,哥伦比亚,航空|2021-05-07,皇岗,海洛因,0.5,缅甸,公路|2021-05-09,罗湖,氯胺酮,3,中国,公路",
        "seizure_date place_name product quantity origin_country mode_of_transport"
    )]
    [InlineData(
        "Nr sprawy;Data ujawnienia;Przejście graniczne;Towar;Ilość;Jednostka miary;Kraj pochodzenia;Sposób ukrycia",
        "KR-1/22;2022-06-01;Medyka;Papierosy;2000;szt;Ukraina;bagaż|KR-2/22;2022-06-02;Dorohusk;Kokaina;1;kg;Holandia;bagaż|"
            + "KR-3/22;2022-06-05;Medyka;Marihuana;2;kg;Hiszpania;bagaż",
        "case_ref seizure_date place_name product quantity unit origin_country concealment"
    )]
    [InlineData(
        "Yakalama tarihi;İl;Gümrük kapısı;Madde türü;Miktar (kg);Varış ülkesi",
        "05.11.2023;Edirne;Kapıkule;Eroin;12;Almanya|06.11.2023;Van;Kapıköy;Esrar;4,5;Türkiye|19.11.2023;Edirne;Kapıkule;Kokain;1;Hollanda",
        "seizure_date admin1 place_name product quantity destination_country"
    )]
    [InlineData(
        "تاريخ الضبط;المنفذ;نوع المادة;الكمية;الوحدة;بلد القدوم",
        "2023-01-05;البطحاء;كوكايين;2;كيلوغرام;لبنان|2023-01-07;الحديثة;هيروين;1;كيلوغرام;باكستان|2023-01-09;البطحاء;حشيش;5;كيلوغرام;اليمن",
        "seizure_date place_name product quantity unit departure_country"
    )]
    public void Columns_are_known_by_name_and_values_in_many_languages(string header, string rows, string fields) =>
        Assert.Equal(fields.Split(' '), Suggest(header + "\n" + rows.Replace('|', '\n') + "\n").Columns.Select(c => c.Field));

    // Capitals of the dotless i, initials with dots, tariff numbers, and what holds the cells of a path.
    [Theory]
    [InlineData(
        "YAKALAMA TARİHİ;MADDE;MİKTAR;BİRİM;G.T.İ.P.;ŞÜPHELİ SAYISI",
        "05.11.2023;Eroin;12;kg;2939.11.00.00.00;2|06.11.2023;Esrar;4,5;kg;1302.19.80;1|19.11.2023;Kokain;1;kg;2939.71.00;3",
        "seizure_date product quantity unit hs_code persons_intercepted"
    )]
    [InlineData(
        "event.date;goods.description;goods.qty;goods.unit;goods.hs;route.origin;route.destination",
        "2024-03-01;cocaine;2;kg;2939.72.00;Kenya;Italy|2024-03-05;cigarettes;400;stick;2402.20.00;Uganda;Kenya|"
            + "2024-03-09;heroin;3;kg;2939.19.00;Iran;Kenya",
        "seizure_date product quantity unit hs_code origin_country destination_country"
    )]
    // Words that no list knows, below a name that says what they are.
    [InlineData(
        "Date of seizure;Goods;Quantity;Unit;Direction;Place of concealment",
        "2024-03-01;cocaine;2;kg;zibbled;quorn|2024-03-05;heroin;4;kg;dworled;blick|2024-03-09;heroin;3;kg;zibbled;quorn",
        "seizure_date product quantity unit direction concealment"
    )]
    public void A_name_that_says_it_is_believed(string header, string rows, string fields) =>
        Assert.Equal(fields.Split(' '), Suggest(header + "\n" + rows.Replace('|', '\n') + "\n").Columns.Select(c => c.Field));

    [Fact]
    public void Values_alone_tell_goods_units_and_the_only_date()
    {
        SourceSuggestion found = Suggest(
            "a;b;c;d\n2023-02-01;cocaine;3;kg\n2023-02-02;heroin;4;g\n2023-02-05;cannabis resin;1.5;kg\n2023-02-05;MDMA;4;tablet\n"
        );
        Assert.Equal(["seizure_date", "product", "quantity", "unit"], found.Columns.Select(c => c.Field));
    }

    [Fact]
    public void The_heading_stands_for_the_file_where_all_goods_are_of_one()
    {
        SourceSuggestion found = Suggest("date,product,kg\n2023-02-01,cocaine,3\n2023-02-02,heroin,4\n2023-02-03,cannabis,4\n");
        Assert.Equal("H01", found.Constants["heading"]);
        Assert.Equal("KGM", found.Constants["unit"]);
        Assert.Equal(["country"], found.Missing);
    }

    [Fact]
    public void Year_month_and_day_are_one_date()
    {
        SourceSuggestion found = Suggest("Año,Mes,Día,Droga,Peso kg\n2023,2,14,cocaína,3\n2023,3,30,heroína,4\n2023,12,31,marihuana,4\n");
        Assert.Equal(["seizure_date", "seizure_date", "seizure_date", "product", "quantity"], found.Columns.Select(c => c.Field));
        CombinedColumn date = Assert.Single(found.Source!.Combined);
        Assert.Equal(["Año", "Mes", "Día"], date.Columns);
    }

    // 13 can be no month, so the day comes first; the year 23 is 2023.
    [Fact]
    public void Years_of_two_digits_are_read_by_the_format_of_their_column()
    {
        SourceSuggestion found = Suggest("fecha,droga,kg\n03/02/23,cocaína,3\n13/02/23,heroína,4\n14/02/23,heroína,4\n");
        Assert.Equal("seizure_date", found.Columns[0].Field);
        Assert.Equal("d/M/yy", found.Source!.Columns[0].Formats[0]);
    }

    [Fact]
    public void What_is_not_sure_stays_unmapped()
    {
        SourceSuggestion found = Suggest("date,product,kg,xqz,remark no\n2023-02-01,cocaine,3,AA,1\n2023-02-02,heroin,4,BB,1\n");
        Assert.Equal([null, null], found.Columns.Skip(3).Select(c => c.Field));
        Assert.Equal(ColumnState.NotUnderstood, found.Columns[3].State);
    }

    // Names of persons never leave: neither as a sample, nor in a reason, nor in the draft.
    [Fact]
    public void A_column_of_persons_is_refused_unread()
    {
        SourceSuggestion found = Suggest(
            "date,product,kg,driver name,xqz\n2023-02-01,cocaine,3,Jan Kowalski,Maria Nowak\n2023-02-02,heroin,4,Piotr Zielinski,Maria Nowak\n"
                + "2023-02-03,heroin,4,Piotr Zielinski,Maria Nowak\n2023-02-04,heroin,4,Piotr Zielinski,Maria Nowak\n"
        );
        Assert.Equal(ColumnState.Refused, found.Columns[3].State);
        string all = SuggestionText.Of(found) + SourceJsonText.Of(found.Source!);
        Assert.DoesNotContain("Kowalski", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", all, StringComparison.Ordinal);
        Assert.DoesNotContain("driver name", SourceJsonText.Of(found.Source!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Region,Country,Drug,2018,2019,2020,2021\n{Africa,Algeria,Cannabis,10,12,13,9\n}", "4 columns are years")]
    [InlineData("Year,State,Cocaine_Kg,Heroin_Kg,Opium_Kg\n{202#,Assam,1,2,3\n}", "3 columns are products")]
    [InlineData("Month,Office,Drug type,Number of seizures,kg\n{2021-0#,Miami,Cocaine,12,300\n}", "counts seizures")]
    public void Totals_are_recognised(string pattern, string reason)
    {
        int start = pattern.IndexOf('{', StringComparison.Ordinal);
        string text =
            pattern[..start]
            + string.Concat(Enumerable.Range(1, 9).Select(i => pattern[(start + 1)..^1].Replace("#", $"{i}", StringComparison.Ordinal)));
        SourceSuggestion found = Suggest(text);
        Assert.Equal(SuggestionVerdict.Aggregates, found.Verdict);
        Assert.Contains(reason, found.Message, StringComparison.Ordinal);
        Assert.Contains("aggregates, not seizures", found.Message, StringComparison.Ordinal);
        Assert.Null(found.Source);
    }

    // One row a year, country and drug: each combination once, in years that follow each other.
    [Fact]
    public void A_national_table_of_years_is_recognised_without_a_column_of_counts()
    {
        var text = new StringBuilder("Country,Drug,Year,Kilograms\n");
        foreach (string country in (string[])["France", "Spain", "Italy"])
        {
            foreach (string drug in (string[])["cocaine", "heroin", "cannabis"])
            {
                for (int year = 2010; year < 2018; year++)
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{country},{drug},{year},{year - 2000}.5\n");
            }
        }

        Assert.Equal(SuggestionVerdict.Aggregates, Suggest(text.ToString()).Verdict);
    }

    // Single seizures that state only a year repeat country and drug.
    [Fact]
    public void Seizures_that_state_only_a_year_are_none()
    {
        var text = new StringBuilder("Country,Drug,Year,Kilograms\n");
        for (int i = 0; i < 90; i++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"France,{(i % 2 == 0 ? "cocaine" : "heroin")},{2010 + (i % 5)},{i}.5\n"
            );
        Assert.Equal(SuggestionVerdict.Complete, Suggest(text.ToString()).Verdict);
    }

    [Fact]
    public void A_table_of_something_else_is_said_to_be_one()
    {
        SourceSuggestion found = Suggest("timestamp,value\n2014-07-01,10844\n2014-07-02,8127\n");
        Assert.Equal(SuggestionVerdict.NoSeizures, found.Verdict);
    }

    [Fact]
    public void A_total_at_the_foot_is_passed_over()
    {
        SourceSuggestion found = Suggest("fecha,droga,cantidad kg\n2023-02-01,cocaína,3\n2023-02-13,heroína,4\nTOTAL,,7\n");
        SkipRule rule = Assert.Single(found.Source!.SkipRows);
        Assert.Equal(("fecha", "TOTAL"), (rule.Column, Assert.Single(rule.Equal)));
    }

    // A rule names its column, and the name of one that may be somebody's is not kept: a source with such a rule cannot be read.
    [Fact]
    public void Totals_in_a_column_whose_name_is_not_kept_are_told_and_make_no_rule()
    {
        SourceSuggestion found = Suggest(
            "Maria Kowalska,fecha,droga,cantidad kg\nx,2023-02-01,cocaína,3\ny,2023-02-13,heroína,4\nTOTAL,,,7\n"
        );
        Assert.Empty(found.Source!.SkipRows);
        Assert.Contains(found.Notes, n =>
            n.StartsWith("Rows with a word for a total in 'column 1' are not passed over", StringComparison.Ordinal)
        );
        SourceDescription.Parse(SourceJsonText.Of(found.Source), found.Source.Name);
    }

    [Fact]
    public void A_word_that_the_list_lacks_gets_a_code_proposed()
    {
        SourceSuggestion found = Suggest(
            "date,product,kg\n2023-02-01,cocaine wet,3\n2023-02-02,heroin,4\n2023-02-03,cannabis,4\n2023-02-03,blue stuff,4\n"
        );
        LookUpProposal cocaine = Assert.Single(found.LookUps, l => l.Value == "cocaine wet");
        Assert.Equal("cocaine", cocaine.Code);
        Assert.Null(Assert.Single(found.LookUps, l => l.Value == "blue stuff").Code);
        Assert.Equal("cocaine", found.Source!.Columns.Single(c => c.Field == "product").Values["cocaine wet"].Code);
    }

    // A table of food: one word in common with a list of goods must not make a seizure of it.
    [Fact]
    public void No_code_is_taken_over_in_a_column_that_the_list_hardly_knows()
    {
        SourceSuggestion found = Suggest(
            "date,product,kg\n2023-02-01,fresh pepper,3\n2023-02-02,groundnuts,4\n2023-02-03,figs,4\n2023-02-03,shrimps,4\n"
        );
        Assert.Empty(found.Source!.Columns.Single(c => c.Field == "product").Values);
    }

    [Fact]
    public void The_draft_reads_back_as_it_was_written()
    {
        SourceSuggestion found = Suggest("Año,Mes,Droga,Peso kg,zzz\n2023,2,cocaína,3,1\n2023,3,heroína base,4,2\nTOTAL,,,7,3\n");
        string text = SourceJsonText.Of(found.Source!);
        Assert.Equal(text, SourceJsonText.Of(SourceDescription.Parse(text, found.Source!.Name)));
    }

    [Fact]
    public void Two_shapes_have_two_names()
    {
        string first = Suggest("date,product,kg\n2023-02-01,cocaine,3\n").Source!.Name;
        Assert.Equal(first, Suggest("date,product,kg\n2023-02-02,heroin,4\n").Source!.Name);
        Assert.NotEqual(first, Suggest("date,product,grams\n2023-02-01,cocaine,3\n").Source!.Name);
    }

    internal static SourceSuggestion Suggest(string text, string name = "seizures.csv")
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Shipped.Suggester.Suggest(file, name, TestContext.Current.CancellationToken);
    }

    internal static string? Field(SourceSuggestion found, string column) => found.Columns.Single(c => c.Column == column).Field;

    // A row taken for the names may hold a person's; the rule for totals named it, and nobody could accept the draft.
    [Fact]
    public void A_rule_for_totals_names_its_column_as_it_is_shown()
    {
        SourceSuggestion found = Suggest(
            "Date,Country,Driver John Harrison,Product,Quantity,Unit\n2024-01-02,NL,a,heroin,3,kg\n2024-01-03,NL,b,cocaine,14,kg\n"
                + "2024-01-05,NL,Total,khat,9,kg\n"
        );
        string text = SourceJsonText.Of(found.Source!);
        Assert.DoesNotContain("Harrison", text, StringComparison.Ordinal);
        Assert.Equal(text, SourceJsonText.Of(SourceDescription.Parse(text, found.Source!.Name)));
    }
}
