using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class ComposedNamesTests
{
    private static readonly ColumnWords Words = ColumnWords.Parse(
        "column_words.csv",
        "field,language,weight,phrases\nlatitude,mul,1,lat\nproduct,mn,1,бараа\nconcealment_how,en,1,concealment how\ndisposition,en,1,outcome product\n"
            + "brand,en,1,importer\nreporting_service,fr,1,unité saisissante\n_container,mul,1,goods\n_container=persons,mul,1,accd|prévenus|этгээд|ผู้ต้องหา\n"
            + "_container=concealment,en,1,hide\n_container=outcome,mn,1,шийдвэр\n_container=vehicle,ar,1,اللوحة\n_part=count,mul,1,nos|nb|тоо|คน\n"
            + "_part=nationality,mul,1,natl|nat|جنسية\n_part=mark,mul,1,lib\n",
        NameModel.None
    );

    [Theory]
    [InlineData("szr.lat", "lat")]
    [InlineData("goods.lat", "lat")]
    [InlineData("hide.how", "concealment how")]
    [InlineData("accd.nos", "number of persons")]
    [InlineData("этгээд.тоо", "number of persons")]
    [InlineData("accd.natl", "nationality")]
    public void A_path_is_read_by_what_its_holders_say(string path, string name) =>
        Assert.Equal(name, Words.WrittenOut(path, isNested: true));

    // The goods of a decision are what became of them; what a firm's country is nobody asked.
    [Theory]
    [InlineData("шийдвэр.бараа", "outcome product")]
    [InlineData("importer.region", "importer.region")]
    public void A_holder_that_says_something_is_kept(string path, string name) =>
        Assert.Equal(name, Words.WrittenOut(path, isNested: true));

    [Theory]
    [InlineData("NbPrevenus", "number of persons")]
    [InlineData("NatPrevenus", "nationality")]
    [InlineData("ผู้ต้องหา (คน)", "number of persons")]
    [InlineData("جنسية_اللوحة", "flag country")]
    public void Words_for_persons_and_vehicles_are_read_with_what_stands_beside_them(string name, string phrase) =>
        Assert.Equal(phrase, Words.WrittenOut(name));

    [Fact]
    public void The_mark_of_a_type_is_passed_over() => Assert.Equal("unité saisissante", Words.WrittenOut("LIB_UNITE_SAIS"));

    [Theory]
    [InlineData(true, "szr.lat", "szr.lng", "accd.nos", "accd.natl")]
    [InlineData(false, "Avs.land", "Ед.изм.", "G.T.İ.P.", "Avs.sted")]
    public void A_file_is_nested_where_holders_have_several_cells(bool isNested, params string[] names) =>
        Assert.Equal(isNested, ComposedNames.AreNested(names));
}
