using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

/// <summary>Columns that the words of their cells tell, whatever they are called.</summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("maklumat awam", "pemeriksaan biasa", "profil risiko", "selection_basis")]
    [InlineData("rizikos profilis", "atsitiktinė", "gyventojo pranešimas", "selection_basis")]
    [InlineData("не декларировано", "недостоверное декларирование", "декларировано", "declaration_status")]
    [InlineData("ORİJİNAL", "SAHTE", "taklit", "authenticity")]
    [InlineData("zona primária", "zona secundária", "alto mar", "border_context")]
    [InlineData("alto", "medio", "bajo", null)]
    [InlineData("borrado", "legible", "sin marcas", null)]
    public void What_no_name_tells_the_words_of_cells_may(string first, string second, string third, string? field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Zzyx\n"
                + $"2024-01-02,FR,heroin,3,kg,{first}\n2024-01-03,FR,cocaine,14,kg,{second}\n2024-01-05,FR,khat,9,kg,{third}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Zzyx"));
    }

    [Theory]
    [InlineData("Штраф", "Возбуждено уголовное дело", "прекращено", "prosecution")]
    [InlineData("уничтожено", "возвращено владельцу", "аукцион", "disposition")]
    public void What_became_of_the_case_and_what_of_the_goods_are_called_alike(string first, string second, string third, string field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Дата;Страна;Товар;Количество;Единица;Решение\n"
                + $"02.01.2024;KZ;героин;3;кг;{first}\n03.01.2024;KZ;кокаин;14;кг;{second}\n05.01.2024;KZ;гашиш;9;кг;{third}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Решение"));
    }

    [Fact]
    public void The_name_of_one_store_says_nothing_of_what_became_of_the_goods()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Country,Product,Quantity,Unit,Location of goods\n"
                + "2024-01-02,FR,heroin,3,kg,Quay 4 held\n2024-01-03,FR,cocaine,14,kg,Shed B held\n2024-01-05,FR,khat,9,kg,Hall 2\n"
        );
        Assert.NotEqual("disposition", SourceSuggesterTests.Field(found, "Location of goods"));
    }

    [Theory]
    [InlineData("Qtd", "UN", "Qtd2", "UN2")]
    [InlineData("Qtd1", "UN1", "Qtd 2", "UN 2")]
    public void Of_two_amounts_of_one_name_the_second_is_numbered(string amount, string unit, string second, string unitOfSecond)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            $"Data;País;Produto;{amount};{unit};Marca;{second};Cor;{unitOfSecond}\n"
                + "02.01.2024;CV;cigarros;3;kg;LM;10;azul;maços\n03.01.2024;CV;cigarros;14;kg;LM;25;verde;maços\n"
                + "05.01.2024;CV;cigarros;9;kg;SG;4;azul;un\n"
        );
        Assert.Equal("quantity", SourceSuggesterTests.Field(found, amount));
        Assert.Equal("quantity_2", SourceSuggesterTests.Field(found, second));
        Assert.Equal("unit_2", SourceSuggesterTests.Field(found, unitOfSecond));
    }

    [Theory]
    [InlineData("Pistol,Glock,9 mm", "Firearm type,Make,Calibre", "country_of_manufacture")]
    [InlineData("Cheese,Brie,soft", "Goods,Brand,Kind", "origin_country")]
    public void The_maker_s_country_is_one_of_weapons(string cells, string names, string field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            $"Date,Country,{names},Quantity,Unit,Pais fabricante\n2024-01-02,FR,{cells},3,pcs,AT\n"
                + $"2024-01-03,FR,{cells},1,pcs,IT\n2024-01-05,FR,{cells},2,pcs,TR\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Pais fabricante"));
    }

    [Theory]
    [InlineData("Abidjan", "Bouaké", "Yamoussoukro", "destination_place")]
    [InlineData("Mali", "Ghana", "Togo", "destination_country")]
    public void A_destination_whose_cells_are_towns_is_a_place(string first, string second, string third, string field)
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Date,Pays,Produit,Quantité,Unité,Destination\n"
                + $"2024-01-02,CI,héroïne,3,kg,{first}\n2024-01-03,CI,cocaïne,14,kg,{second}\n2024-01-05,CI,khat,9,kg,{third}\n"
        );
        Assert.Equal(field, SourceSuggesterTests.Field(found, "Destination"));
    }

    [Fact]
    public void What_is_of_one_value_for_each_value_of_a_category_is_the_heading()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(
            "Data;Paese;Settore;Categoria merceologica;Quantità;Unità\n02.01.2024;IT;Stupefacenti;Hashish;3;kg\n"
                + "03.01.2024;IT;Stupefacenti;Cocaina;14;kg\n05.01.2024;IT;Tabacchi;Sigarette;9;kg\n06.01.2024;IT;Stupefacenti;Eroina;1;kg\n"
                + "07.01.2024;IT;Tabacchi;Tabacco trinciato;2;kg\n08.01.2024;IT;Stupefacenti;Hashish;4;kg\n"
                + "09.01.2024;IT;Tabacchi;Sigarette;8;kg\n10.01.2024;IT;Stupefacenti;Cocaina;2;kg\n"
        );
        Assert.Equal("heading", SourceSuggesterTests.Field(found, "Settore"));
        Assert.Equal("product", SourceSuggesterTests.Field(found, "Categoria merceologica"));
    }
}
