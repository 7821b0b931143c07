using System;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class ShortNamesTests
{
    private static readonly ColumnWords Words = ColumnWords.Parse(
        "column_words.csv",
        "field,language,weight,phrases\nmode_of_transport,pt,1,meio de transporte\nseizure_date,sr,1,датум заплене\ncurrency,sr,1,валута\n"
            + "flag_country,pt,1,país de matrícula\ndetection_technique,nl,1,controle middel\nplace_type,cs,1,typ místa\n_taxonomy,mul,1,typologie\n"
            + "product,es,1,descripción mercancía\nnarrative,es,1,descripción mercadería\n",
        NameModel.None
    );

    [Theory]
    [InlineData("MEIO_TRANSP", "meio de transporte")]
    [InlineData("ДАТ_ЗАПЛЕНЕ", "датум заплене")]
    [InlineData("ВАЛ", "валута")]
    [InlineData("MATR_PAIS", "país de matrícula")]
    [InlineData("ctrl_middel", "controle middel")]
    public void A_name_whose_words_are_cut_short_is_written_out(string name, string phrase) => Assert.Equal(phrase, Words.WrittenOut(name));

    [Theory]
    [InlineData("DESC_MERC")]
    [InlineData("MEIO_X")]
    [InlineData("typ")]
    public void What_fits_two_fields_or_none_or_is_a_word_stays(string name) => Assert.Equal(name, Words.WrittenOut(name));

    // A name that no phrase is like is held against all phrases, and a file may have a thousand of them: 11 MB each made 10 GB.
    [Theory]
    [InlineData("latunlocode")]
    [InlineData("Danicípio dia")]
    public void A_name_that_nothing_is_like_costs_little(string name)
    {
        ColumnWords words = Shipped.Words;
        Assert.Equal(name, words.WrittenOut(name));
        long before = GC.GetAllocatedBytesForCurrentThread();
        words.WrittenOut(name);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 500_000);
    }
}
