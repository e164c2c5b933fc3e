namespace Sluice.Analyzers.Flow;

/// <summary>Where a run stands: what the laws about handlers speak of. Paths are kept apart by it, and by nothing else.</summary>
/// <param name="Answer">What the handler answered last.</param>
/// <param name="Result">Whether the token result was handed over.</param>
/// <param name="TakesToken">Whether the handler takes a token result; null where that was not asked.</param>
/// <param name="Interrupted">Whether the run was cut short by an exception or a cancellation.</param>
/// <param name="Partial">Whether a limit or the leaving of a loop may have left changes behind.</param>
/// <param name="Asked">Whether the source was asked for the changes.</param>
internal readonly record struct RunState(AnswerState Answer, ResultState Result, bool? TakesToken, bool Interrupted, bool Partial, bool Asked)
{
    /// <summary>The state in which an exception handler begins: nothing that came before is certain.</summary>
    public RunState AfterException() => this with
    {
        Interrupted = true,
        Answer = Answer == AnswerState.Stopped ? AnswerState.Lost : Answer,
        Result = Result == ResultState.Reported ? ResultState.Lost : Result,
    };
}
