using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>What is printed when something could not be done.</summary>
/// <param name="Error">The cause.</param>
public sealed record ErrorReply(ErrorDetail Error)
{
    /// <summary>What is printed for a fault.</summary>
    public static ErrorReply Of(Fault fault) => new(new ErrorDetail(fault.Code, fault.Message, fault.Hint));
}
