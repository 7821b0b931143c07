using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every reader of texts keeps to.</summary>
public abstract class TextReaderContract
{
    private static readonly string[] Texts =
    [
        "",
        "   ",
        "12",
        "Customs found 25kg of heroin hidden in the spare tyre of a lorry arriving from Türkiye.",
        "Se incautaron 3,5 kilos de cocaína ocultos en el doble fondo de una maleta procedente de Perú.",
        "海關在貨櫃暗格內檢獲約一百三十萬支懷疑私煙。",
        "🚢 cigarettes \uD83D",
        "amphetamin tabl.",
    ];

    protected abstract ITextReader Reader { get; }

    [Fact]
    public void Spans_lie_in_the_text_fields_are_known_and_codes_are_in_their_lists()
    {
        foreach (string text in Texts)
        {
            foreach (Proposal proposal in Reader.Read(text))
            {
                Assert.True(proposal.Length > 0 && proposal.Start >= 0 && proposal.Start + proposal.Length <= text.Length, text);
                Assert.InRange(proposal.Probability, 0, 1);
                if (proposal.Field == Proposal.Cases)
                    continue;
                SeizureField field = SeizureFields.Find(proposal.Field) ?? throw new KeyNotFoundException(proposal.Field);
                if (Shipped.Lists.Of(field) is { } list && proposal.Code != NonValue.Unmapped)
                    Assert.Equal(proposal.Code, list.FindCode(proposal.Code)?.Value);
            }
        }

        Assert.Empty(Reader.Read(""));
        Assert.NotEmpty(Reader.Read(Texts[3]));
    }

    [Fact]
    public void Proposals_come_in_the_order_of_the_text_and_each_time_the_same()
    {
        foreach (string text in Texts)
        {
            IReadOnlyList<Proposal> once = Reader.Read(text);
            Assert.Equal(once, Reader.Read(text));
            Assert.Equal(once.Select(p => p.Start).Order(), once.Select(p => p.Start));
        }
    }

    [Fact]
    public async Task Several_threads_may_read_at_once()
    {
        IReadOnlyList<Proposal>[] alone = [.. Texts.Select(t => Reader.Read(t))];
        IReadOnlyList<Proposal>[][] together = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Texts.Select(t => Reader.Read(t)).ToArray()))
        );
        Assert.All(together, t => Assert.Equal(alone, t));
    }
}
