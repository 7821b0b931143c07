using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.Bulletins;
using SeizureIntel.Cases;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using SeizureIntel.Watches;
using Xunit;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>Every statement that the stores send to SQL Server, as EF Core translates it and as we wrote it.</summary>
public sealed class SqlServerStatementTests
{
    private static readonly Reader Some = Reader.Of(Marking.Amber, ["ES", "FR"]);

    private readonly List<string> _statements = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_statement_is_t_sql_and_the_approved_one()
    {
        var text = new StringBuilder();
        var wrong = new List<string>();
        foreach ((string method, Func<Store, Task> call) in Calls())
        {
            _statements.Clear();
            await call(SqlServerStore.Over(new RecordedDialect(_statements), TimeProvider.System, new(), null));
            Assert.NotEmpty(_statements);
            text.Append("-- ").Append(method).Append("\n\n");
            foreach (string statement in _statements)
            {
                text.Append(statement.ReplaceLineEndings("\n").Trim()).Append("\n\n");
                wrong.AddRange(TSql.Errors(statement).Select(e => $"{method}: {e}: {statement}"));
            }
        }

        Assert.Empty(wrong);
        string approved = Path.Combine(House.Root, "tests", "SeizureIntel.Tests", "SqlServer", "SqlServerStatements.approved.sql");
        string before = File.Exists(approved) ? await File.ReadAllTextAsync(approved, Stop) : "";
        if (before != text.ToString())
            await File.WriteAllTextAsync(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), text.ToString(), Stop);
        Assert.Equal(before, text.ToString());
    }

    [Fact]
    public void Every_method_of_the_ports_is_called() =>
        Assert.Equal(
            new[] { typeof(ISubmissionStore), typeof(IOutbox), typeof(IProductStore), typeof(IAccountStore), typeof(IAuditLog) }
                .SelectMany(port => port.GetMethods().Select(m => $"{port.Name}.{m.Name}"))
                .Order(StringComparer.Ordinal),
            Calls().Select(c => c.Method.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task A_batch_is_taken_past_those_that_others_are_taking()
    {
        await SqlServerStore.Over(new RecordedDialect(_statements), TimeProvider.System, new(), null).Outbox.LeaseAsync(Stop);
        Assert.Contains(_statements, s => s.Contains("WITH (UPDLOCK, READPAST, ROWLOCK)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_are_given_under_the_application_lock()
    {
        await SaveAsync(SqlServerStore.Over(new RecordedDialect(_statements), TimeProvider.System, new(), null));
        int locked = _statements.FindIndex(s => s.Contains("sp_getapplock", StringComparison.Ordinal));
        int asked = _statements.FindIndex(s => s.Contains("MAX(", StringComparison.Ordinal));
        Assert.InRange(locked, 0, asked - 1);
    }

    private static IEnumerable<(string Method, Func<Store, Task> Call)> Calls()
    {
        yield return ("ISubmissionStore.FindSubmissionAsync", s => s.Submissions.FindSubmissionAsync(Some, "sha", "template", Stop));
        yield return ("ISubmissionStore.SaveSubmissionAsync", SaveAsync);
        yield return ("ISubmissionStore.SaveSubmissionAsync that replaces", s => SaveAsync(s, ["z"]));
        yield return ("ISubmissionStore.RecordDurationAsync", s => s.Submissions.RecordDurationAsync("s", 1, Stop));
        yield return ("ISubmissionStore.FindUsedCaseRefsAsync", s => s.Submissions.FindUsedCaseRefsAsync(Some, "ES", ["a", "b"], [], Stop));
        yield return ("ISubmissionStore.FindUsedCaseRefsAsync that are replaced", s =>
            s.Submissions.FindUsedCaseRefsAsync(Some, "ES", ["a", "b"], ["z"], Stop)
        );
        yield return ("ISubmissionStore.FindRefusedAsync", s => s.Submissions.FindRefusedAsync("o", [new("s", 2)], Stop));
        yield return ("ISubmissionStore.FindRefusedAsync by the command line", s =>
            s.Submissions.FindRefusedAsync(null, [new("s", 2)], Stop)
        );
        yield return ("ISubmissionStore.SubmissionsAsync by the owner", s => s.Submissions.SubmissionsAsync(Reader.Owner, Stop));
        yield return ("ISubmissionStore.SubmissionsAsync", s => s.Submissions.SubmissionsAsync(Some, Stop));
        yield return ("ISubmissionStore.SubmissionsAsync by an office", s => s.Submissions.SubmissionsAsync(Some.In("o"), Stop));
        yield return ("ISubmissionStore.FindBySerialAsync", s => s.Submissions.FindBySerialAsync(Some, "h", 101, Stop));
        yield return ("ISubmissionStore.FindKeptAsync", s => s.Submissions.FindKeptAsync(Some, ["c", "d"], Stop));
        yield return ("ISubmissionStore.FindSubmissionsOfAsync", s => s.Submissions.FindSubmissionsOfAsync(Some, ["z", "y"], Stop));
        yield return ("ISubmissionStore.FindCaseAsync", s => s.Submissions.FindCaseAsync(Some, "c", Stop));
        yield return ("ISubmissionStore.SharingConveyanceAsync", s => s.Submissions.SharingConveyanceAsync(Some, "c", 50, Stop));
        yield return ("ISubmissionStore.FindReceivedAsync", s => s.Submissions.FindReceivedAsync(Some, "s", Stop));
        yield return ("ISubmissionStore.FindRequestAsync", s => s.Submissions.FindRequestAsync(Some.In("o"), "k", Stop));
        yield return ("ISubmissionStore.WithdrawAsync", s => s.Submissions.WithdrawAsync(Some, "s", default, Stop));
        yield return ("ISubmissionStore.EraseAsync", s => s.Submissions.EraseAsync(Some, "s", Stop));
        yield return ("ISubmissionStore.LeaveOutAsync", s => s.Submissions.LeaveOutAsync(Some, "c", true, Stop));
        yield return ("ISubmissionStore.NameGoodsAsync", s => s.Submissions.NameGoodsAsync(Some, "z", default, default, Stop));
        yield return ("ISubmissionStore.FlagAsync", s => s.Submissions.FlagAsync(Some, "z", [], Stop));
        yield return ("ISubmissionStore.RescreenAsync", s => s.Submissions.RescreenAsync((_, _) => "", isTrial: false, Stop));
        yield return ("ISubmissionStore.RejectionsAsync", s => s.Submissions.RejectionsAsync(Some, "s", Stop));
        yield return ("ISubmissionStore.ReadAllAsync", ReadAllAsync);
        yield return ("ISubmissionStore.StateAsync", s => s.Submissions.StateAsync(Some, Stop));
        yield return ("ISubmissionStore.StateInIndexAsync", s => s.Submissions.StateInIndexAsync(Some, Stop));
        yield return ("IOutbox.LeaseAsync", s => s.Outbox.LeaseAsync(Stop));
        yield return ("IOutbox.ConfirmAsync", s => s.Outbox.ConfirmAsync(1, [], Stop));
        RefusedSeizure refused = new("z", "document_parsing_exception", "quantity");
        yield return ("IOutbox.ConfirmAsync with refused", s => s.Outbox.ConfirmAsync(1, [refused], Stop));
        yield return ("IOutbox.RefusedAsync", s => s.Outbox.RefusedAsync(Some, Stop));
        yield return ("IOutbox.ReplaceRefusedAsync", s => s.Outbox.ReplaceRefusedAsync([refused], default, Stop));
        yield return ("IOutbox.FailAsync", s => s.Outbox.FailAsync(1, "why", Stop));
        yield return ("IOutbox.ReleaseAsync", s => s.Outbox.ReleaseAsync(1, Stop));
        yield return ("IOutbox.EndStagedAsync fed", s => s.Outbox.EndStagedAsync("sub-1", true, Stop));
        yield return ("IOutbox.EndStagedAsync not fed", s => s.Outbox.EndStagedAsync("sub-1", false, Stop));
        yield return ("IOutbox.BacklogAsync", s => s.Outbox.BacklogAsync(1, Stop));
        yield return ("IOutbox.SearchableUpToAsync", s => s.Outbox.SearchableUpToAsync(Stop));
        yield return ("IOutbox.CountAsync", s => s.Outbox.CountAsync(Stop));
        yield return ("IOutbox.ClearAsync", s => s.Outbox.ClearAsync(Stop));
        yield return ("IProductStore.SaveBulletinAsync", SaveBulletinAsync);
        yield return ("IProductStore.BulletinsAsync", s => s.Products.BulletinsAsync(Some, Stop));
        yield return ("IProductStore.FindBulletinAsync", s => s.Products.FindBulletinAsync(Some, "b", Stop));
        var watch = new Watch(1, 0, Digest.AtOnce, null, null);
        var search = new SavedSearch("s", "o", "Name", SeizureQuery.All, "a", default, watch);
        var notice = new Notice("n", "s", "Name", "o", Marking.Green, default, ["x"], 1, 1, null, null);
        yield return ("IProductStore.SavedSearchesAsync", s => s.Products.SavedSearchesAsync(Some.In("o"), Stop));
        yield return ("IProductStore.SaveSearchAsync", s => s.Products.SaveSearchAsync(search, Stop));
        yield return ("IProductStore.RemoveSearchAsync", s => s.Products.RemoveSearchAsync(Some.In("o"), "s", Stop));
        yield return ("IProductStore.TellAsync", s => s.Products.TellAsync(search, 0, notice, Stop));
        yield return ("IProductStore.NoticesAsync", s => s.Products.NoticesAsync(Some.In("o"), true, 9, Stop));
        yield return ("IProductStore.AcknowledgeAsync", s => s.Products.AcknowledgeAsync(Some.In("o"), "n", "a", default, Stop));
        var decision = new Decision("z", DoubtKind.Outlier, Choice.Keep, "s", "ES", Marking.Green, "a", default, null);
        yield return ("IProductStore.DecisionsAsync", s => s.Products.DecisionsAsync(Some, Stop));
        yield return ("IProductStore.RemoveDecisionAsync", s => s.Products.RemoveDecisionAsync(Some, "z", DoubtKind.ProposedProduct, Stop));
        yield return ("IProductStore.SaveDecisionAsync", s => s.Products.SaveDecisionAsync(decision, Stop));
        yield return ("IProductStore.RemoveDecisionAsync", s => s.Products.RemoveDecisionAsync(Some, "z", DoubtKind.Outlier, Stop));
        var question = new RecordQuestion("q", "z", "s", 1, "ES", Marking.Green, "Why?", "a", default);
        yield return ("IProductStore.QuestionsAsync", s => s.Products.QuestionsAsync(Some, Stop));
        yield return ("IProductStore.SaveQuestionAsync", s => s.Products.SaveQuestionAsync(question, Stop));
        yield return ("IProductStore.EraseSubmissionAsync", s => s.Products.EraseSubmissionAsync("s", Stop));
        Account account = new()
        {
            Id = "a",
            Name = "ana",
            Role = Role.Analyst,
            OfficeId = "o",
            Ceiling = Marking.Green,
            SecurityStamp = "s",
            CreatedAt = default,
        };
        ApiKey key = new()
        {
            Id = "k",
            Name = "feed",
            AccountId = "a",
            SecretHash = "h",
            Scopes = ["read"],
            CreatedAt = default,
            EndsAt = default,
        };
        yield return ("IAccountStore.FindAccountAsync", s => s.Accounts.FindAccountAsync("a", Stop));
        yield return ("IAccountStore.FindAccountByNameAsync", s => s.Accounts.FindAccountByNameAsync("ana", Stop));
        yield return ("IAccountStore.AccountsAsync", s => s.Accounts.AccountsAsync(Stop));
        yield return ("IAccountStore.AddAccountAsync", s => s.Accounts.AddAccountAsync(account, Stop));
        yield return ("IAccountStore.UpdateAccountAsync", s => s.Accounts.UpdateAccountAsync(account, Stop));
        yield return ("IAccountStore.OfficesAsync", s => s.Accounts.OfficesAsync(Stop));
        yield return ("IAccountStore.FindOfficeAsync", s => s.Accounts.FindOfficeAsync("o", Stop));
        yield return ("IAccountStore.SaveOfficeAsync", s => s.Accounts.SaveOfficeAsync(new Office("o", "Office", ["ES"]), Stop));
        yield return ("IAccountStore.FindPersonAsync", s => s.Accounts.FindPersonAsync("a", Stop));
        yield return ("IAccountStore.FindKeyHolderAsync", s => s.Accounts.FindKeyHolderAsync("k", Stop));
        yield return ("IAccountStore.FindKeyAsync", s => s.Accounts.FindKeyAsync("k", Stop));
        yield return ("IAccountStore.KeysAsync", s => s.Accounts.KeysAsync(Stop));
        yield return ("IAccountStore.AddKeyAsync", s => s.Accounts.AddKeyAsync(key, Stop));
        yield return ("IAccountStore.RevokeKeyAsync", s => s.Accounts.RevokeKeyAsync("k", default, Stop));
        AuditEntry entry = new(default, "ana", "search", "", "done", "");
        yield return ("IAuditLog.AppendAsync", s => s.Audit.AppendAsync([entry], Stop));
        yield return ("IAuditLog.ReadAsync", s =>
            s.Audit.ReadAsync(new("ana", "search", default(DateTimeOffset), default(DateTimeOffset), 9), Stop)
        );
        yield return ("IAuditLog.VerifyAsync", s => s.Audit.VerifyAsync(Stop));
    }

    private static Task SaveAsync(Store store) => SaveAsync(store, []);

    private static Task SaveAsync(Store store, IReadOnlyList<string> replaces)
    {
        Submission submission = Samples.Submission();
        return store.Submissions.SaveSubmissionAsync(
            submission,
            Samples.Chunks(Samples.Full(1, submission)).Select(c => c with { Replaces = replaces }),
            () => Samples.Report(submission, 1),
            Stop
        );
    }

    private static async Task ReadAllAsync(Store store)
    {
        await foreach (IReadOnlyList<Case> batch in store.Submissions.ReadAllAsync(Some, Stop))
            Assert.NotEmpty(batch);
    }

    private static Task SaveBulletinAsync(Store store) =>
        store.Products.SaveBulletinAsync(
            new BulletinRecord("b", null, new(2024, 1, 1), new(2024, 1, 2), Marking.Green, default, "{}", ""),
            Stop
        );
}
