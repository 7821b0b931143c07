using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class KeptTextScreenTests
{
    [Theory]
    [InlineData(KeptText.Prose, "told by Mr Peter Johnson at the gate", "told by Mr [name] at the gate")]
    [InlineData(KeptText.Place, "Praia da Vitória", "Praia da Vitória")]
    [InlineData(KeptText.Words, "peter.johnson@example.org", "")]
    [InlineData(KeptText.Words, "green resin", "green resin")]
    [InlineData(KeptText.Reference, "NL-2024-00017", "NL-2024-00017")]
    [InlineData(KeptText.Reference, "peter.johnson@example.org", "")]
    [InlineData(KeptText.FileName, "seizures 2024.csv", "seizures 2024.csv")]
    public void A_text_is_judged_as_intake_judges_such_a_cell_and_emptied_where_that_would_refuse_its_row(
        KeptText kind,
        string text,
        string left
    ) => Assert.Equal(left, new KeptTextScreen(Shipped.Screening).Screen(kind, text));
}
