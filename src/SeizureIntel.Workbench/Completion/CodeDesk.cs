using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Completion;

/// <summary>The codes that a field may hold.</summary>
/// <param name="codes">The code lists.</param>
public sealed class CodeDesk(CodeListSet codes)
{
    /// <summary>The codes of a field in the order of its list.</summary>
    /// <exception cref="Fault">There is no such field, or it has no list.</exception>
    public Task<IReadOnlyList<CodeAnswer>> AnswerAsync(Reader reader, CodesQuery asked, CancellationToken cancellationToken)
    {
        System.ArgumentNullException.ThrowIfNull(asked);
        CodeList list = (SeizureFields.Find(asked.Field) is { } field ? codes.Of(field) : null)
            ?? throw Fault.Usage(
                "unknown_codes",
                $"There is no field '{asked.Field}' with a code list.",
                NearestNames.Question(asked.Field, SeizureFields.All.Where(f => f.CodeList is not null).Select(f => f.Name))
            );
        return Task.FromResult<IReadOnlyList<CodeAnswer>>([.. list.Codes.Select(c => new CodeAnswer(c.Value, c.Label))]);
    }
}

/// <summary>Which field's codes are asked for.</summary>
public sealed record CodesQuery
{
    /// <summary>Name of the field.</summary>
    [Asked("Name of the field, such as product", IsInPath = true)]
    public string Field { get; init; } = "";
}

/// <summary>A code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">Its English name.</param>
public sealed record CodeAnswer(string Code, string Label);
