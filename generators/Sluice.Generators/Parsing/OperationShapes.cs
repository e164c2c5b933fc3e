using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Recognises the documented shapes of operation methods (SLC005).</summary>
internal sealed class OperationShapes
{
    private const string NoTokenType = "which is no token type";

    private readonly OperationDeclaration _declaration;
    private readonly IMethodSymbol _method;
    private readonly OperationAnswer _answer;
    private readonly Compilation _compilation;

    private OperationShapes(OperationDeclaration declaration, Compilation compilation)
    {
        _declaration = declaration;
        _method = declaration.Method;
        _answer = OperationAnswer.Of(_method);
        _compilation = compilation;
    }

    /// <summary>Reads a method.</summary>
    /// <param name="declaration">The method and its attribute.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="problem">What is wrong with it: the rest of a sentence about the method.</param>
    /// <returns>How it is called; null if it has no documented shape.</returns>
    public static OperationModel? Match(OperationDeclaration declaration, Compilation compilation, out string? problem)
    {
        var shapes = new OperationShapes(declaration, compilation);
        OperationModel? model = null;
        problem = declaration.Kind switch
        {
            ConnectorOperation.Sync => shapes.Sync(out model),
            ConnectorOperation.LatestSyncToken => shapes.LatestSyncToken(out model),
            ConnectorOperation.Search => shapes.Search(out model),
            ConnectorOperation.Get => shapes.Get(out model),
            ConnectorOperation.Create => shapes.Create(out model),
            ConnectorOperation.Update => shapes.Update(out model),
            ConnectorOperation.Delete => shapes.Delete(out model),
            ConnectorOperation.Authenticate => shapes.Authenticate(out model),
            ConnectorOperation.ResolveUserName => shapes.ResolveUserName(out model),
            ConnectorOperation.TestConnection => shapes.TestConnection(out model),
            ConnectorOperation.Schema => shapes.Schema(out model),
            _ => shapes.ObjectClassSource(out model),
        };
        return model;
    }

    /// <summary>The law that a problem breaks: SLC210 where nothing but the token's type is wrong, else SLC005.</summary>
    public static string LawOf(string problem) => problem.EndsWith(NoTokenType, StringComparison.Ordinal) ? "SLC210" : "SLC005";

    /// <summary>The parameter that a sync is given its token in.</summary>
    public static IParameterSymbol? TokenOf(OperationDeclaration sync, Compilation compilation)
    {
        var shapes = new OperationShapes(sync, compilation);
        return shapes.Token(IsNamedPage(shapes._answer.Value) ? shapes.PageSize() : null);
    }

    private string? Sync(out OperationModel? model)
    {
        model = null;
        OperationShape shape;
        if (_method.Parameters.Any(IsHandlerLike))
        {
            if (_answer.Value is not null)
                return "takes a handler, so it answers nothing: void with a synchronous handler, Task or ValueTask with an asynchronous one";
            if (!_method.Parameters.Any(IsHandler))
                return $"takes the handler of other deltas than {DeltaName}, or one that is not a results handler";
            var isAsync = _method.Parameters.First(IsHandler).Type.Name.StartsWith("IAsync", StringComparison.Ordinal);
            if (isAsync != _answer.IsAsync)
                return isAsync ? "takes an asynchronous handler, so it must be awaited: answer Task or ValueTask" : "is awaited, so it needs an asynchronous handler to wait for";
            shape = isAsync ? OperationShape.AsyncHandler : OperationShape.Handler;
        }
        else if (IsPage(_answer.Value))
        {
            shape = OperationShape.Page;
        }
        else if (!_answer.IsAsync && SequenceOf(_answer.Value, out var isAsync) is { } item && IsDelta(item))
        {
            shape = isAsync ? OperationShape.AsyncIterator : OperationShape.Iterator;
        }
        else
        {
            return _answer.Value is null
                ? "answers nothing and takes no handler"
                : $"answers {_method.ReturnType.ShortName}, which delivers no {DeltaName}";
        }

        var pageSize = shape == OperationShape.Page ? PageSize() : null;
        var token = Token(pageSize);
        if (token is null && NoToken() is { } other)
            return $"takes '{other.Type.ShortName} {other.Name}', {NoTokenType}";
        if (Bind(
            parameter => SymbolEqualityComparer.Default.Equals(parameter, pageSize) ? OperationRole.PageSize
                : SymbolEqualityComparer.Default.Equals(parameter, token) ? OperationRole.Token
                : IsHandler(parameter) ? OperationRole.Handler : null,
            [(OperationRole.Token, "token to go on after")],
            out var arguments) is { } problem)
        {
            return problem;
        }

        model = Model(
            shape,
            arguments,
            _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct,
            shape == OperationShape.Iterator && _answer.Value!.IsValueType ? OperationResult.Struct : OperationResult.AsIs);
        return null;
    }

    // Of two numbers the one that can be null is the token; else the one whose name or place says so is the size.
    private IParameterSymbol? PageSize()
    {
        var tokens = _method.Parameters.Where(parameter => TokenTypes.Find(parameter.Type) is not null).ToArray();
        var numbers = tokens.Where(parameter => parameter.Type.SpecialType == SpecialType.System_Int32).ToArray();
        return numbers.Length == 0 || tokens.Length < 2 ? null
            : numbers.FirstOrDefault(parameter => parameter.Name.IndexOf("size", StringComparison.OrdinalIgnoreCase) >= 0 || parameter.Name.IndexOf("limit", StringComparison.OrdinalIgnoreCase) >= 0)
                ?? numbers[numbers.Length - 1];
    }

    // What can be left out, or cannot be null, is rather something else.
    private IParameterSymbol? Token(IParameterSymbol? pageSize) => _method.Parameters
        .Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, pageSize) && TokenTypes.Find(parameter.Type) is not null)
        .OrderBy(parameter => parameter.IsOptional ? 1 : 0)
        .ThenBy(parameter => TokenTypes.Find(parameter.Type) is { AllowsNull: true } ? 0 : 1)
        .FirstOrDefault();

    // What is meant to be the token: the only parameter that nothing else is meant by.
    private IParameterSymbol? NoToken()
    {
        var others = _method.Parameters.Where(parameter => !parameter.IsOptional && OperationSignature.CommonRole(parameter) is null && !IsHandlerLike(parameter)).ToArray();
        return others is [{ RefKind: RefKind.None, Type: { TypeKind: TypeKind.Struct or TypeKind.Enum or TypeKind.Array or TypeKind.Class } type }]
            && type.ContainingNamespace is not { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true }
            ? others[0]
            : null;
    }

    private string? LatestSyncToken(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is null || TokenTypes.Find(_answer.Value) is not { } token)
            return _answer.Value is null ? "answers nothing" : $"answers {_answer.Value.ShortName}, {NoTokenType}";
        if (Bind(_ => null, [], out var arguments) is { } problem)
            return problem;
        var isHandedOn = _answer.IsValueTask && token is { Kind: TokenKind.SyncToken, AllowsNull: true };
        model = Model(
            OperationShape.Value,
            arguments,
            isHandedOn ? OperationFlow.HandedOn : _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct,
            token.Kind is TokenKind.String or TokenKind.Bytes or TokenKind.Codec or TokenKind.CodecValue ? OperationResult.Token : OperationResult.AsIs) with
        { Token = token };
        return null;
    }

    private string? Search(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is { NullableAnnotation: NullableAnnotation.Annotated })
            return $"answers {_method.ReturnType.ShortName}, but where nothing is found the answer is empty, not null";
        var isUntypedPage = _declaration.Target is null && _answer.Value is INamedTypeSymbol { Arity: 0 } && _answer.Value.IsNamed("Sluice", "SearchPage");
        var isPage = isUntypedPage || (_answer.Value is INamedTypeSymbol { TypeArguments: [var paged] } && _answer.Value.IsNamed("Sluice", "SearchPage") && IsObject(paged));
        var isAsync = false;
        if (!isPage && (_answer.IsAsync || SequenceOf(_answer.Value, out isAsync) is not { } found || !IsObject(found) || found.NullableAnnotation == NullableAnnotation.Annotated))
            return $"answers {_method.ReturnType.ShortName}, which is neither a sequence nor a page of {ObjectName}";
        if (Bind(parameter => parameter.Type.IsNamed("Sluice", "Filter") ? OperationRole.Filter : null, [], out var arguments) is { } problem)
            return problem;
        model = isPage
            ? Model(OperationShape.Page, arguments, _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct, isUntypedPage ? OperationResult.UntypedPage : OperationResult.AsIs) with { Kind = ConnectorOperation.SearchPage }
            : Model(OperationShape.Value, arguments, OperationFlow.HandedOn, isAsync ? OperationResult.AsIs : OperationResult.Sequence);
        return null;
    }

    private string? Get(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is null || !IsObject(_answer.Value))
            return $"answers {_method.ReturnType.ShortName}, not {ObjectName}";
        if (BindUid([], out var arguments) is { } problem)
            return problem;
        model = Model(
            OperationShape.Value,
            arguments,
            _answer.IsValueTask && _answer.Value.NullableAnnotation != NullableAnnotation.NotAnnotated ? OperationFlow.HandedOn : _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct,
            OperationResult.AsIs);
        return null;
    }

    private string? Create(out OperationModel? model)
    {
        model = null;
        return UidProblem() ?? Bind(parameter => IsObject(parameter.Type) ? OperationRole.Object : null, [(OperationRole.Object, $"{ObjectName} to create")], out var arguments) ?? Accept(UidModel(arguments), out model);
    }

    private string? Update(out OperationModel? model)
    {
        model = null;
        var problem = _answer.Value is null ? null : UidProblem();
        problem ??= BindUid([(OperationRole.Patch, "ObjectPatch")], out var arguments);
        if (problem is not null)
            return problem;
        return Accept(_answer.Value is null ? Model(OperationShape.Value, arguments, _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct, OperationResult.GivenUid) : UidModel(arguments), out model);
    }

    private string? Delete(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is not null)
            return $"answers {_answer.Value.ShortName}, but a delete answers nothing";
        return BindUid([], out var arguments) ?? Accept(NothingModel(arguments), out model);
    }

    private string? Authenticate(out OperationModel? model)
    {
        model = null;
        return UidProblem()
            ?? Bind(
                parameter => parameter.Type.SpecialType == SpecialType.System_String ? OperationRole.UserName : parameter.Type.IsNamed("Sluice", "GuardedString") ? OperationRole.Password : null,
                [(OperationRole.UserName, "user name"), (OperationRole.Password, "password in a GuardedString")],
                out var arguments)
            ?? Accept(UidModel(arguments), out model);
    }

    private string? ResolveUserName(out OperationModel? model)
    {
        model = null;
        return UidProblem()
            ?? Bind(parameter => parameter.Type.SpecialType == SpecialType.System_String ? OperationRole.UserName : null, [(OperationRole.UserName, "user name")], out var arguments)
            ?? Accept(UidModel(arguments), out model);
    }

    private string? TestConnection(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is not null)
            return $"answers {_answer.Value.ShortName}, but a test answers nothing: it throws where the system cannot be reached";
        return BindCancellation(out var arguments) ?? Accept(NothingModel(arguments), out model);
    }

    private string? Schema(out OperationModel? model)
    {
        model = null;
        if (_answer.Value is null || !_answer.Value.IsNamed("Sluice", "ConnectorSchema") || _answer.Value.NullableAnnotation == NullableAnnotation.Annotated)
            return $"answers {_method.ReturnType.ShortName}, not a ConnectorSchema";
        return BindCancellation(out var arguments) ?? Accept(Model(OperationShape.Value, arguments, ReferenceFlow(), OperationResult.AsIs), out model);
    }

    private string? ObjectClassSource(out OperationModel? model)
    {
        model = null;
        var list = _compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyList`1");
        var info = _compilation.GetTypeByMetadataName("Sluice.ObjectClassInfo");
        if (list is null || info is null || _answer.Value is null || _answer.Value.NullableAnnotation == NullableAnnotation.Annotated || !_compilation.ClassifyCommonConversion(_answer.Value, list.Construct(info)).IsImplicit)
            return $"answers {_method.ReturnType.ShortName}, not an IReadOnlyList<ObjectClassInfo>";
        var isExact = SymbolEqualityComparer.Default.Equals(_answer.Value, list.Construct(info));
        return BindCancellation(out var arguments)
            ?? Accept(Model(OperationShape.Value, arguments, isExact ? ReferenceFlow() : _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct, OperationResult.AsIs), out model);
    }

    private OperationFlow ReferenceFlow() => _answer.IsValueTask ? OperationFlow.HandedOn : _answer.IsTask ? OperationFlow.Awaited : OperationFlow.Direct;

    private static string? Accept(OperationModel accepted, out OperationModel? model)
    {
        model = accepted;
        return null;
    }

    private string? Bind(Func<IParameterSymbol, OperationRole?> roleOf, IReadOnlyList<(OperationRole Role, string Name)> required, out EquatableArray<OperationArgument> arguments)
        => OperationSignature.Bind(_method, parameter => OperationSignature.CommonRole(parameter) ?? roleOf(parameter), required, out arguments);

    private string? BindUid((OperationRole Role, string Name)[] more, out EquatableArray<OperationArgument> arguments) => Bind(
        parameter => parameter.Type.SpecialType == SpecialType.System_String ? OperationRole.UidText
            : (parameter.Type.NullableValue ?? parameter.Type).IsNamed("Sluice", "Uid") ? OperationRole.Uid
            : parameter.Type.IsNamed("Sluice", "ObjectPatch") && more.Length > 0 ? OperationRole.Patch : null,
        [(OperationRole.Uid, "uid"), .. more],
        out arguments);

    private string? BindCancellation(out EquatableArray<OperationArgument> arguments) => OperationSignature.Bind(
        _method,
        parameter => OperationSignature.CommonRole(parameter) is OperationRole.Cancellation ? OperationRole.Cancellation : null,
        [],
        out arguments);

    private string? UidProblem() => _answer.Value switch
    {
        null => "answers nothing, but the uid is wanted",
        { SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.Annotated } => "answers string?, but a uid is never null: throw where there is none",
        { SpecialType: SpecialType.System_String } => null,
        var value when value.NullableValue is null && value.IsNamed("Sluice", "Uid") => null,
        var value => $"answers {value.ShortName}, not a Uid or a string that is one",
    };

    private OperationModel UidModel(EquatableArray<OperationArgument> arguments) => Model(
        OperationShape.Value,
        arguments,
        _answer.IsValueTask && _answer.Value!.SpecialType != SpecialType.System_String ? OperationFlow.HandedOn : _answer.IsAsync ? OperationFlow.Awaited : OperationFlow.Direct,
        OperationResult.AsIs);

    private OperationModel NothingModel(EquatableArray<OperationArgument> arguments) => Model(
        OperationShape.Value,
        arguments,
        _answer.IsValueTask ? OperationFlow.HandedOn : _answer.IsTask ? OperationFlow.Awaited : OperationFlow.Direct,
        OperationResult.Nothing);

    private OperationModel Model(OperationShape shape, EquatableArray<OperationArgument> arguments, OperationFlow flow, OperationResult result) => new(
        _declaration.Kind,
        shape,
        _method.IsStatic ? _method.ContainingType.Code : null,
        CSharpLiteral.Identifier(_method.Name),
        arguments,
        flow,
        result,
        Token: null);

    private string ObjectName => _declaration.Target?.ShortName ?? "ConnectorObject";

    private string DeltaName => _declaration.Target is null ? "SyncDelta" : $"SyncDelta<{ObjectName}>";

    private bool IsObject(ITypeSymbol type) => _declaration.Target is { } target
        ? SymbolEqualityComparer.Default.Equals(type, target)
        : type.IsNamed("Sluice", "ConnectorObject");

    private bool IsDelta(ITypeSymbol type) => (type.IsNamed("Sluice", "SyncDelta") || type.IsNamed("Sluice", "SyncEvent")) && IsOfTarget(type);

    private bool IsPage(ITypeSymbol? type) => IsNamedPage(type) && IsOfTarget(type!);

    private static bool IsNamedPage(ITypeSymbol? type) => type is not null && type.IsNamed("Sluice", "SyncPage");

    private bool IsHandler(IParameterSymbol parameter) => IsHandlerLike(parameter) && IsOfTarget(parameter.Type)
        && parameter.Type.Name is "ISyncResultsHandler" or "ISyncTokenResultsHandler" or "IAsyncSyncResultsHandler" or "IAsyncSyncTokenResultsHandler";

    private static bool IsHandlerLike(IParameterSymbol parameter)
        => parameter.Type.TypeKind == TypeKind.Interface && parameter.Type.Name.EndsWith("Handler", StringComparison.Ordinal) && parameter.Type.IsNamed("Sluice", parameter.Type.Name);

    private bool IsOfTarget(ITypeSymbol type) => type is INamedTypeSymbol named
        && (_declaration.Target is { } target
            ? named.TypeArguments is [var argument] && SymbolEqualityComparer.Default.Equals(argument, target)
            : named.Arity == 0);

    // A list is a sequence too; where a type is both, the asynchronous face is meant.
    private static ITypeSymbol? SequenceOf(ITypeSymbol? type, out bool isAsync)
    {
        isAsync = false;
        if (type is null or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Error })
            return null;
        var faces = type is INamedTypeSymbol self ? type.AllInterfaces.Insert(0, self) : type.AllInterfaces;
        var sequence = faces.FirstOrDefault(face => face.IsNamed("System.Collections.Generic", "IAsyncEnumerable"));
        isAsync = sequence is not null;
        sequence ??= faces.FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence?.TypeArguments[0];
    }
}
