using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Sluice.Analyzers.Flow;

/// <summary>
/// Evaluates the operations of one body. An operation with several outcomes, such as a call of the handler, splits the path.
/// </summary>
internal sealed class FlowEvaluator(HandlerFlow flow, FlowGraph body)
{
    private readonly ConditionAssumptions _assumptions = new(flow, body);

    /// <summary>The block that the operations are in.</summary>
    public BasicBlock? Block { get; set; }

    private bool IsOnlyAfterStop => Block is not null && flow.Answers.IsOnlyAfterStop(Block);

    /// <summary>What a branch says about the variables in its condition.</summary>
    public FlowState Assume(IOperation condition, bool truth, in Outcome outcome)
        => _assumptions.Assume(condition, truth, outcome.Value.DependsOnAnswer || _assumptions.IsDecidedByAnswer(condition) ? outcome.State.Doubt() : outcome.State);

    /// <summary>All ways in which the operation may go; none where it does not return.</summary>
    public IEnumerable<Outcome> Evaluate(IOperation operation, FlowState state)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return [new(state, FlowValue.OfConstant(constant))];
        return operation switch
        {
            IExpressionStatementOperation statement => Evaluate(statement.Operation, state),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, state),
            IAwaitOperation awaited => Evaluate(awaited.Operation, state),
            IFlowCaptureOperation capture => Map(Evaluate(capture.Value, state), outcome => Assign(outcome, body.Captured(capture.Id))),
            ISimpleAssignmentOperation assignment => Assign(assignment, state),
            ICompoundAssignmentOperation assignment => Compound(assignment, state),
            IIncrementOrDecrementOperation increment => Map(All([increment.Target], state), outcome => Store(outcome, increment.Target)),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction, state),
            IConversionOperation conversion => Convert(conversion, state),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Map(Evaluate(not.Operand, state), static outcome => outcome with { Value = Not(outcome.Value) }),
            IBinaryOperation binary => Binary(binary, state),
            IIsNullOperation isNull => Map(Evaluate(isNull.Operand, state), static outcome => outcome with { Value = FlowValue.Of(outcome.Value.IsNull).DependingOnAnswer(outcome.Value.DependsOnAnswer) }),
            IIsTypeOperation isType => IsType(isType, state),
            IIsPatternOperation pattern => Evaluate(pattern.Value, state).SelectMany(outcome => Patterns.Match(flow, outcome, pattern.Pattern)),
            IPropertyReferenceOperation property => Property(property, state),
            IInvocationOperation call => Invoke(call, state),
            IObjectCreationOperation creation => Create(creation, state),
            IFlowAnonymousFunctionOperation lambda => Lambda(lambda, state),
            IMethodReferenceOperation method => Method(method, state),
            IDiscardOperation => [new(state, FlowValue.Unknown)],
            _ when body.VariableOf(operation) is { } variable => [new(state, Read(state, variable))],
            _ => Map(All(operation.ChildOperations, state), static outcome => outcome.Value.IsHandler ? throw new FlowAbandonedException() : outcome with { Value = FlowValue.Unknown.DependingOnAnswer(outcome.Value.DependsOnAnswer) }),
        };
    }

    private static IEnumerable<Outcome> Map(IEnumerable<Outcome> outcomes, Func<Outcome, Outcome> map) => outcomes.Select(map);

    private static FlowValue Not(in FlowValue value) => FlowValue.Of(!value.Truth).DependingOnAnswer(value.DependsOnAnswer);

    // Evaluates in order. The value tells whether one of them is the handler, and whether one depends on its answer.
    private IEnumerable<Outcome> All(IEnumerable<IOperation> operations, FlowState state)
    {
        IEnumerable<Outcome> outcomes = [new(state, FlowValue.Unknown)];
        foreach (var operation in operations)
        {
            outcomes = outcomes.SelectMany(before => Evaluate(operation, before.State).Select(after => after with
            {
                Value = (before.Value.IsHandler || after.Value.IsHandler ? FlowValue.Handler : FlowValue.Unknown)
                    .DependingOnAnswer(before.Value.DependsOnAnswer || after.Value.DependsOnAnswer),
            })).ToArray();
        }

        return outcomes;
    }

    private FlowValue Read(in FlowState state, object variable)
    {
        var value = state[variable];
        var uncertain = flow.Variables.IsAssignedInLambda(variable);
        if (uncertain && !value.IsHandler)
            return FlowValue.Unknown.DependingOnAnswer();
        return value.Kind == FlowValueKind.Unknown ? value.DependingOnAnswer(flow.Answers.DecidesAbout(variable)) : value;
    }

    private Outcome Assign(in Outcome outcome, object variable)
    {
        var value = outcome.Value.DependingOnAnswer(IsOnlyAfterStop);
        return new(outcome.State.With(variable, value), outcome.Value);
    }

    // Into a variable that can be followed, or else out of sight.
    private Outcome Store(in Outcome outcome, IOperation target)
    {
        if (target is IDiscardOperation)
            return outcome;
        if (body.VariableOf(target, asTarget: true) is { } variable)
        {
            if (!flow.Variables.IsAssignedInLambda(variable))
                return Assign(outcome, variable);
        }

        if (outcome.Value.IsHandler)
            throw new FlowAbandonedException();
        return outcome.Value.DependsOnAnswer || IsOnlyAfterStop ? outcome with { State = outcome.State.LoseAnswer() } : outcome;
    }

    private IEnumerable<Outcome> Assign(ISimpleAssignmentOperation assignment, FlowState state)
    {
        // `a.B = value`: a is evaluated, B is not read.
        IEnumerable<IOperation> places = [];
        if (body.VariableOf(assignment.Target, asTarget: true) is null)
            places = assignment.Target.ChildOperations;
        if (flow.Input.Asks(assignment, body))
            state = state.AskSource();
        return All(places, state).SelectMany(place => Evaluate(assignment.Value, place.State)).Select(outcome => Store(outcome, assignment.Target));
    }

    private IEnumerable<Outcome> Compound(ICompoundAssignmentOperation assignment, FlowState state)
        => Evaluate(assignment.Target, state).SelectMany(left => Evaluate(assignment.Value, left.State).Select(right => Store(
            right with { Value = Combine(assignment.OperatorKind, left.Value, right.Value) }, assignment.Target)));

    private IEnumerable<Outcome> Deconstruct(IDeconstructionAssignmentOperation assignment, FlowState state)
    {
        foreach (var outcome in Evaluate(assignment.Value, state))
        {
            var after = outcome with { Value = FlowValue.Unknown.DependingOnAnswer(outcome.Value.DependsOnAnswer) };
            foreach (var element in assignment.Target.DescendantsAndSelf().Where(element => body.VariableOf(element) is not null))
                after = Store(after, element);
            yield return after;
        }
    }

    private IEnumerable<Outcome> Convert(IConversionOperation conversion, FlowState state)
    {
        var toToken = flow.Symbols.IsTokenHandler(conversion.Type);
        foreach (var outcome in Evaluate(conversion.Operand, state))
        {
            if (!outcome.Value.IsHandler)
            {
                yield return conversion.OperatorMethod is null ? outcome : outcome with { Value = FlowValue.Unknown.DependingOnAnswer(outcome.Value.DependsOnAnswer) };
            }
            else if (toToken && conversion.IsTryCast)
            {
                foreach (var (tested, takes) in TestToken(flow, outcome.State))
                    yield return new(tested, takes ? FlowValue.Handler : FlowValue.Null);
            }
            else if (toToken)
            {
                flow.NoteTokenTest();
                if (outcome.State.Run.TakesToken != false)
                    yield return outcome with { State = outcome.State with { Run = outcome.State.Run with { TakesToken = true } } };
            }
            else
            {
                yield return outcome;
            }
        }
    }

    /// <summary>The handler takes a token result, or does not; where the path knows it already, only that.</summary>
    public static IEnumerable<(FlowState State, bool Takes)> TestToken(HandlerFlow flow, FlowState state)
    {
        flow.NoteTokenTest();
        foreach (var takes in new[] { true, false })
        {
            if (state.Run.TakesToken is null || state.Run.TakesToken == takes)
                yield return (state with { Run = state.Run with { TakesToken = takes } }, takes);
        }
    }

    private IEnumerable<Outcome> Binary(IBinaryOperation binary, FlowState state)
        => Evaluate(binary.LeftOperand, state).SelectMany(left => Evaluate(binary.RightOperand, left.State).Select(right => right with { Value = Combine(binary.OperatorKind, left.Value, right.Value) }));

    private static FlowValue Combine(BinaryOperatorKind kind, in FlowValue left, in FlowValue right)
        => FlowValue.Of(Decide(kind, left, right)).DependingOnAnswer(left.DependsOnAnswer || right.DependsOnAnswer);

    private static bool? Decide(BinaryOperatorKind kind, in FlowValue left, in FlowValue right)
    {
        var (a, b) = (left.Truth, right.Truth);
        return kind switch
        {
            BinaryOperatorKind.Equals => AreEqual(left, right),
            BinaryOperatorKind.NotEquals => !AreEqual(left, right),
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => a == false || b == false ? false : a == true && b == true ? true : null,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => a == true || b == true ? true : a == false && b == false ? false : null,
            BinaryOperatorKind.ExclusiveOr => a is { } one && b is { } other ? one != other : null,
            _ when left.Constant is long x && right.Constant is long y => kind switch
            {
                BinaryOperatorKind.LessThan => x < y,
                BinaryOperatorKind.LessThanOrEqual => x <= y,
                BinaryOperatorKind.GreaterThan => x > y,
                BinaryOperatorKind.GreaterThanOrEqual => x >= y,
                _ => null,
            },
            _ => null,
        };
    }

    private static bool? AreEqual(in FlowValue left, in FlowValue right)
    {
        if (right.Kind == FlowValueKind.Constant)
            return left.Is(right.Constant);
        if (left.Kind == FlowValueKind.Constant)
            return right.Is(left.Constant);
        return left.IsNull is { } one && right.IsNull is { } other && one != other ? false : null;
    }

    private IEnumerable<Outcome> IsType(IIsTypeOperation test, FlowState state)
    {
        foreach (var outcome in Evaluate(test.ValueOperand, state))
        {
            if (outcome.Value.IsHandler && flow.Symbols.IsTokenHandler(test.TypeOperand))
            {
                foreach (var (tested, takes) in TestToken(flow, outcome.State))
                    yield return new(tested, FlowValue.Of(takes != test.IsNegated));
            }
            else
            {
                yield return outcome with { Value = FlowValue.Unknown.DependingOnAnswer(outcome.Value.DependsOnAnswer) };
            }
        }
    }

    private IEnumerable<Outcome> Property(IPropertyReferenceOperation property, FlowState state)
    {
        if (string.Equals(property.Property.Name, "IsCancellationRequested", StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, flow.Symbols.CancellationToken))
        {
            return
            [
                new(state with { Run = state.Run with { Interrupted = true } }, FlowValue.Of(true)),
                new(state, FlowValue.Of(false)),
            ];
        }

        var isNullable = property.Property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (property.Instance is { } instance && (isNullable || property.Property.Name is "Result"))
        {
            return Map(Evaluate(instance, state), outcome => property.Property.Name is "HasValue"
                ? outcome with { Value = FlowValue.Of(!outcome.Value.IsNull).DependingOnAnswer(outcome.Value.DependsOnAnswer) }
                : outcome);
        }

        if (flow.Input.Asks(property, body))
            state = state.AskSource();
        return Map(All(property.ChildOperations, state), static outcome => outcome.Value.IsHandler ? throw new FlowAbandonedException() : outcome with { Value = FlowValue.Unknown.DependingOnAnswer(outcome.Value.DependsOnAnswer) });
    }

    private IEnumerable<Outcome> Create(IObjectCreationOperation creation, FlowState state)
    {
        if (flow.Input.Asks(creation, body))
            state = state.AskSource();
        foreach (var outcome in All(creation.ChildOperations, state))
        {
            if (outcome.Value.IsHandler)
                throw new FlowAbandonedException();
            // `new ValueTask<bool>(answer)` is the answer in another form.
            if (creation.Type?.Name is "ValueTask" && creation.Arguments is [var argument])
            {
                foreach (var inner in Evaluate(argument.Value, state))
                    yield return inner;
                yield break;
            }

            yield return new(outcome.Value.DependsOnAnswer ? outcome.State.LoseAnswer() : outcome.State, FlowValue.NotNull);
        }
    }

    private IEnumerable<Outcome> Lambda(IFlowAnonymousFunctionOperation lambda, FlowState state)
    {
        if (Mentions(body.Graph.GetAnonymousFunctionControlFlowGraphInScope(lambda), body, state, []))
            throw new FlowAbandonedException();
        return [new(state, FlowValue.NotNull)];
    }

    private IEnumerable<Outcome> Method(IMethodReferenceOperation method, FlowState state)
    {
        if (method.Method.MethodKind == MethodKind.LocalFunction && body.LocalFunction(method.Method.OriginalDefinition) is { } function && Mentions(function.Graph, function, state, []))
            throw new FlowAbandonedException();
        return Map(All(method.ChildOperations, state), static outcome => outcome.Value.IsHandler ? throw new FlowAbandonedException() : outcome with { Value = FlowValue.NotNull });
    }

    // Whether code that runs nobody knows when can get at the handler or at the sync's variables through local functions.
    private static bool Mentions(ControlFlowGraph graph, FlowGraph scope, in FlowState state, HashSet<IMethodSymbol> visited)
    {
        foreach (var operation in FlowGraph.Operations(graph))
        {
            if (VariableFacts.SymbolOf(operation) is { } symbol && state[symbol].IsHandler)
                return true;
            var called = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IMethodReferenceOperation)?.Method;
            if (called is { MethodKind: MethodKind.LocalFunction } && visited.Add(called.OriginalDefinition)
                && (scope.LocalFunction(called.OriginalDefinition) is not { } function || Mentions(function.Graph, function, state, visited)))
                return true;
            if (operation is IFlowAnonymousFunctionOperation nested && Mentions(graph.GetAnonymousFunctionControlFlowGraphInScope(nested), scope, state, visited))
                return true;
        }

        return false;
    }

    private IEnumerable<Outcome> Invoke(IInvocationOperation call, FlowState state)
    {
        if (call.Instance is { } instance && (flow.Symbols.IsHandle(call.TargetMethod) || flow.Symbols.IsHandleResult(call.TargetMethod)))
            return Evaluate(instance, state).SelectMany(receiver => receiver.Value.IsHandler ? CallHandler(call, receiver.State) : CallUnknown(call, state));
        return HandlerCalls.PassesAnswerOn(call) is { } inner ? Evaluate(inner, state) : CallUnknown(call, state);
    }

    private IEnumerable<Outcome> CallHandler(IInvocationOperation call, FlowState state)
    {
        foreach (var given in All(call.Arguments, state))
        {
            var before = given.State;
            if (given.Value.IsHandler)
                throw new FlowAbandonedException();
            if (flow.Symbols.IsHandleResult(call.TargetMethod))
            {
                flow.NoteResult(call, before);
                yield return new(before with { Run = before.Run with { Result = ResultState.Reported } }, FlowValue.Unknown);
            }
            else
            {
                flow.NoteHandle(call, before);
                // Once the answer was lost, what looks like a path may be none. What nobody looks at is SLC301's affair.
                if (before.Run.Answer == AnswerState.Lost || HandlerCalls.IsAnswerDropped(call) || (HandlerCalls.AssignedLocal(call) is { } kept && !flow.Variables.IsRead(kept)))
                {
                    var answer = before.Run.Answer == AnswerState.Lost ? AnswerState.Lost : AnswerState.Continue;
                    yield return new(before.With(answer), FlowValue.Unknown.DependingOnAnswer());
                    continue;
                }

                // A host that said stop and is asked again may answer anything.
                yield return new(before.With(before.Run.Answer == AnswerState.Stopped ? AnswerState.Lost : AnswerState.Continue), FlowValue.Of(true).DependingOnAnswer());
                yield return new(before.With(AnswerState.Stopped), FlowValue.Of(false).DependingOnAnswer());
            }
        }
    }

    private IEnumerable<Outcome> CallUnknown(IInvocationOperation call, FlowState state)
    {
        var target = call.TargetMethod;
        foreach (var given in EvaluateArguments(call, state))
        {
            var (after, passesHandler, dependsOnAnswer) = (given.State, given.PassesHandler, given.DependsOnAnswer);
            if ((passesHandler || target.MethodKind == MethodKind.LocalFunction) && flow.BodyOf(target, body) is { } called)
            {
                foreach (var pair in given.Parameters)
                    after = after.With(pair.Parameter, pair.Value);
                foreach (var argument in call.Arguments.Where(static argument => argument.Parameter is not null))
                    flow.Input.Pass(argument.Value, argument.Parameter!.OriginalDefinition, body);
                Outcome[] outcomes = [.. flow.Call(target, called, after)];
                var tellsStop = Array.Exists(outcomes, static outcome => outcome.State.Run.Answer == AnswerState.Stopped && (outcome.Value.DependsOnAnswer || outcome.Value.Kind != FlowValueKind.Unknown));
                foreach (var outcome in outcomes)
                {
                    // What the helper answers after a stop it may answer without one too, where it is not known.
                    var value = outcome.Value.Kind == FlowValueKind.Unknown ? outcome.Value.DependingOnAnswer(tellsStop) : outcome.Value;
                    yield return new(StoreByReference(call, outcome.State, dependsOnAnswer: true), value);
                }

                continue;
            }

            if (flow.Input.Asks(call, body))
                after = after.AskSource();

            var isHarmless = HandlerCalls.IsHarmless(target);
            if (!isHarmless)
            {
                if (passesHandler || MayReachHandler(target, after))
                    throw new FlowAbandonedException();
                if (dependsOnAnswer || IsOnlyAfterStop)
                    after = after.LoseAnswer();
            }

            if (flow.Symbols.NeverReturns(target))
                continue;
            yield return new(StoreByReference(call, after, dependsOnAnswer), FlowValue.Unknown.DependingOnAnswer(dependsOnAnswer));
        }
    }

    private FlowState StoreByReference(IInvocationOperation call, FlowState state, bool dependsOnAnswer)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
                state = Store(new(state, FlowValue.Unknown.DependingOnAnswer(dependsOnAnswer)), argument.Value).State;
        }

        return state;
    }

    private IEnumerable<GivenArguments> EvaluateArguments(IInvocationOperation call, FlowState state)
    {
        IEnumerable<GivenArguments> all = [new(state, false, false, [])];
        if (call.Instance is { } instance)
            all = all.SelectMany(before => Evaluate(instance, before.State).Select(outcome => before.And(outcome, null))).ToArray();
        foreach (var argument in call.Arguments)
        {
            // An `out` argument is not read.
            if (argument.Parameter?.RefKind != RefKind.Out)
                all = all.SelectMany(before => Evaluate(argument.Value, before.State).Select(outcome => before.And(outcome, argument.Parameter?.OriginalDefinition as IParameterSymbol))).ToArray();
        }

        return all;
    }

    // A recursive local function may use the handler without being given it.
    private bool MayReachHandler(IMethodSymbol target, in FlowState state)
        => target.MethodKind == MethodKind.LocalFunction && (body.LocalFunction(target.OriginalDefinition) is not { } function || Mentions(function.Graph, function, state, []));
}
