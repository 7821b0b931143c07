using System.Collections.Generic;
using SeizureIntel.Etl.Sources;
using Xunit;

namespace SeizureIntel.Tests.Etl.Sources;

public sealed class SourceRecognitionTests
{
    [Theory]
    [InlineData("unodc-ids", "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE")]
    [InlineData("hk-customs", "year;month;date;title;url;article")]
    [InlineData("brazil-fortaleza", "AIS;municipio;Dia da Semana;DATA;Hora;Quantidade (kg);Tipo de Entorpecente")]
    [InlineData(
        "colombia-estupefacientes",
        "c_digo_dane;cantidad;clase_de_estupefaciente;clase_de_sitio;departamento;dia;fecha;municipio;unidad_de_medida;zona"
    )]
    [InlineData("template", "case_ref;reporting_country;seizure_date;heading;product;quantity;unit")]
    public void A_header_finds_its_source(string expected, string header)
    {
        IReadOnlyList<SourceMatch> ranked = SourceRecognition.Rank(Shipped.Sources, header.Split(';'));
        Assert.Equal(expected, ranked[0].Source.Name);
        Assert.True(ranked[0].Fits);
        Assert.False(ranked[1].Fits);
    }

    [Fact]
    public void A_file_whose_reporter_is_told_needs_no_column_of_it()
    {
        string[] header = ["case_ref", "seizure_date", "heading", "product", "quantity", "unit"];
        Assert.Equal(["reporting_country"], SourceRecognition.Rank(Shipped.Sources, header)[0].Missing);
        Assert.True(SourceRecognition.Rank(Shipped.Sources, header, isReporterKnown: true)[0].Fits);
    }

    [Fact]
    public void A_header_that_fits_nothing_names_what_the_nearest_source_misses()
    {
        SourceMatch nearest = SourceRecognition.Rank(Shipped.Sources, ["COUNTRY", "SEIZURE_DATE", "DRUG_NAME", "AMOUNT"])[0];
        Assert.Equal("unodc-ids", nearest.Source.Name);
        Assert.Equal(["DRUG_UNIT"], nearest.Missing);
        // (4 of 5 required + 4 of 4 described) / 2
        Assert.Equal(0.9, nearest.Score, precision: 12);
    }
}
