using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Running;

namespace SeizureIntel.Workbench.Asking;

/// <summary>A question that users ask: where it stands, what it takes and who answers.</summary>
/// <param name="Name">The verb, and the last word of page and address.</param>
/// <param name="Address">Its place below the API's root, such as <c>/studies/{name}</c>.</param>
/// <param name="Does">One sentence for help and API description.</param>
/// <param name="Query">Type of the question.</param>
/// <param name="Answer">Type of the answer.</param>
/// <param name="Needs">What one must be allowed to do to ask it; null for reading alone.</param>
/// <param name="AnswerAsync">Asks the desk among the services for a reader.</param>
public sealed record Question(
    string Name,
    string Address,
    string Does,
    Type Query,
    Type Answer,
    string? Needs,
    Func<IServiceProvider, Reader, object, CancellationToken, Task<object>> AnswerAsync
)
{
    /// <summary>What the question takes, those of the address first.</summary>
    public IReadOnlyList<QuestionMember> Members { get; } = [.. QuestionMember.Of(Query).OrderByDescending(m => m.Asked.IsInPath)];

    /// <summary>True where it may be asked by a body as well: it takes more than its address holds.</summary>
    public bool TakesBody => Members.Any(m => !m.Asked.IsInPath);

    /// <summary>Finds the run that the question waits for; null for a question that is always answered at once.</summary>
    public Func<IServiceProvider, Reader, object, CancellationToken, Task<StudyRun?>>? RunOfAsync { get; init; }

    /// <summary>The same question, which may have to run first.</summary>
    /// <param name="runOf">Finds the run that it waits for.</param>
    public Question Running<TDesk, TQuery>(Func<TDesk, Reader, TQuery, CancellationToken, Task<StudyRun?>> runOf)
        where TDesk : class
        where TQuery : class =>
        this with
        {
            RunOfAsync = (services, reader, asked, stop) => runOf((TDesk)services.GetService(typeof(TDesk))!, reader, (TQuery)asked, stop),
        };

    /// <summary>A question of a desk.</summary>
    public static Question Of<TDesk, TQuery, TAnswer>(
        string name,
        string address,
        string does,
        Func<TDesk, Reader, TQuery, CancellationToken, Task<TAnswer>> ask,
        string? needs = null
    )
        where TDesk : class
        where TQuery : class
        where TAnswer : class =>
        new(name, address, does, typeof(TQuery), typeof(TAnswer), needs, async (services, reader, asked, stop) =>
            await ask((TDesk)services.GetService(typeof(TDesk))!, reader, (TQuery)asked, stop)
        );
}
