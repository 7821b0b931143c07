using System;
using System.IO;
using SeizureIntel.App;
using SeizureIntel.Tests.CodeLists;
using SeizureIntel.Workbench.Faults;
using Xunit;

namespace SeizureIntel.Tests.App;

public sealed class DamagedLexiconTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-test-");

    [Fact]
    public void A_word_for_goods_that_the_product_list_does_not_have_is_a_damaged_installation()
    {
        string lexicons = _folder.CreateSubdirectory("lexicons").FullName;
        File.WriteAllText(Path.Combine(lexicons, "goods_words.csv"), "code,language,phrases\n_withn,en,hidden in\n");

        var fault = Assert.Throws<Fault>(() => Composition.Goods(_folder.FullName, CommittedCodeLists.All));

        Assert.Equal("damaged_installation", fault.Code);
    }

    [Fact]
    public void Names_of_columns_without_what_was_learned_of_them_are_a_damaged_installation()
    {
        string lexicons = _folder.CreateSubdirectory("lexicons").FullName;
        File.WriteAllText(Path.Combine(lexicons, "column_words.csv"), "field,language,weight,phrases\nunit,en,1,unit\n");

        var fault = Assert.Throws<Fault>(() => Composition.Words(_folder.FullName));

        Assert.Equal("damaged_installation", fault.Code);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
