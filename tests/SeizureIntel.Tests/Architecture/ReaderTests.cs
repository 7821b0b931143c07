using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

/// <summary>Who asks is an argument: what a port gives away, it gives to a reader.</summary>
public sealed class ReaderTests
{
    // The one approved list of methods that answer without a reader, each with its reason.
    private static readonly Dictionary<string, string> Approved = new(StringComparer.Ordinal)
    {
        ["IChartRenderer.DrawSvg"] = "draws what it is given",
        ["IChartRenderer.DrawPng"] = "draws what it is given",
        ["IDocumentPrinter.PrintAsync"] = "prints what it is given",
        ["ISeizureIndex.FeedAsync"] = "names what it did not take, for who feeds it",
        ["ISeizureIndex.FeedUnmovedAsync"] = "names what it did not take, for who feeds it",
        ["ISeizureIndex.RebuildAsync"] = "counts what it was fed, for who feeds it",
        ["ISeizureIndex.VersionAsync"] = "a name of what is held; it tells nothing of it",
        ["IOutbox.LeaseAsync"] = "serves the index, which holds everything",
        ["IOutbox.BacklogAsync"] = "counts batches for the index",
        ["IOutbox.CountAsync"] = "counts batches for the index",
        ["IOutbox.SearchableUpToAsync"] = "a submission's number, for who runs watches over it",
        ["IProductStore.TellAsync"] = "says whether nobody told before",
        ["IAccountStore.FindAccountAsync"] = "people who sign in, before anybody has",
        ["IAccountStore.FindAccountByNameAsync"] = "people who sign in, before anybody has",
        ["IAccountStore.AccountsAsync"] = "people, for administrators; no seizure",
        ["IAccountStore.AddAccountAsync"] = "says whether a name was free",
        ["IAccountStore.UpdateAccountAsync"] = "says whether nobody else changed it",
        ["IAccountStore.OfficesAsync"] = "what makes a reader",
        ["IAccountStore.FindOfficeAsync"] = "what makes a reader",
        ["IAccountStore.FindPersonAsync"] = "what makes a reader",
        ["IAccountStore.FindKeyHolderAsync"] = "keys that sign in, before anybody has",
        ["IAccountStore.FindKeyAsync"] = "keys that sign in, before anybody has",
        ["IAccountStore.KeysAsync"] = "keys, for administrators; no seizure",
        ["IAccountStore.RevokeKeyAsync"] = "says whether there was one",
        ["IAuditLog.ReadAsync"] = "who asked what, for administrators; no seizure",
        ["IAuditLog.VerifyAsync"] = "counts records of who asked what",
        ["ISourceStore.SourcesAsync"] = "formats of files; no seizure",
        ["ISourceStore.RemoveSourceAsync"] = "says whether there was one",
        ["ITextReader.Read"] = "reads what it is given",
        ["ISeizureIndex.StageAsync"] = "takes what it is given",
        ["ISubmissionStore.FindRefusedAsync"] = "rows that a sender was told of, for that sender's next file",
        ["ISubmissionStore.RescreenAsync"] = "counts what newer rules mask, for who owns the data folder",
        ["ISubmissionArchive.Create"] = "writes what the loader screened",
        ["ISubmissionArchive.ColumnsAsync"] = "rows of one submission, for who was given its id by the store",
        ["ISubmissionArchive.ReadAsync"] = "rows of one submission, for who was given its id by the store",
    };

    private static IEnumerable<MethodInfo> Methods =>
        typeof(ISeizureIndex)
            .Assembly.GetTypes()
            .Where(t => t is { IsInterface: true, Namespace: "SeizureIntel.Ports" })
            .SelectMany(t => t.GetMethods());

    [Fact]
    public void Every_port_method_that_gives_something_away_takes_a_reader_first() =>
        Assert.Empty(Methods.Where(m => GivesAway(m.ReturnType) && !TakesReaderFirst(m)).Select(NameOf).Except(Approved.Keys));

    [Fact]
    public void Nothing_is_approved_that_is_not_needed() =>
        Assert.Empty(Approved.Keys.Except(Methods.Where(m => GivesAway(m.ReturnType) && !TakesReaderFirst(m)).Select(NameOf)));

    [Fact]
    public void No_reader_is_left_out_or_null()
    {
        var context = new NullabilityInfoContext();
        Assert.Empty(
            Methods
                .SelectMany(m => m.GetParameters())
                .Where(p =>
                    p.ParameterType == typeof(Reader) && (p.IsOptional || context.Create(p).WriteState == NullabilityState.Nullable)
                )
                .Select(p => NameOf((MethodInfo)p.Member))
        );
    }

    [Fact]
    public void A_question_without_a_reader_would_be_seen() =>
        Assert.Equal(
            [false, false, true, true, true],
            new[] { typeof(void), typeof(Task), typeof(Task<int>), typeof(IAsyncEnumerable<string>), typeof(Task<string?>) }.Select(
                GivesAway
            )
        );

    private static bool GivesAway(Type returned) => returned != typeof(void) && returned != typeof(Task) && returned != typeof(ValueTask);

    private static bool TakesReaderFirst(MethodInfo method) =>
        method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Reader);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
