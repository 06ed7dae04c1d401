"""Starts MiniStack with the parts that the stack needs and that it does not have: two of IAM, one of API Gateway, one of streams.

1. The condition key ``dynamodb:LeadingKeys``: the partition keys that a DynamoDB request touches. A transaction is
   authorised item by item, so each of its items is checked against its own key only, as on AWS.
2. Policy variables such as ``${aws:PrincipalTag/county}`` in the conditions and resources of a statement.
3. The CORS settings of an HTTP API that comes from a template: they are stored with capital first letters and read with
   small ones, so every preflight would be refused. Refusals of the authorizer carry the headers as well.
4. How far a function has read a table's stream: the position is kept over a restart and the stream is not, so that
   nothing new would reach the function until the stream had grown to its old length. It begins anew instead.

Everything else (who may do what, deny before allow, ``ForAllValues``) stays MiniStack's own evaluation. The functions that
are wrapped here are internals of one pinned version: when a new version moves them, ``install`` stops the start and
says which one is gone, and ``self_check`` proves on three small policies that a neighbour's key is still refused.
"""

import dataclasses
import inspect
import json
import os
import re
import signal
import sys
import threading
import time
from importlib.metadata import version

# Every table of this project has its partition key under this name.
PARTITION_KEY = "pk"

# A value that no policy of ours allows: a request whose key cannot be read is refused, never waved through.
UNREADABLE = "\0unreadable"

KEYED_ACTIONS = frozenset(
    {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "BatchGetItem", "BatchWriteItem", "ConditionCheckItem"}
)

VARIABLE = re.compile(r"\$\{([^}]*)\}")
LITERALS = {"*": "*", "?": "?", "$": "$"}


class Keyed(str):
    """A table's ARN that remembers the partition key of the transaction item it was made for."""

    leading_keys: list


def key_of(attributes):
    """The text of the partition key in ``{"pk": {"S": "T#990101#"}}``."""
    value = attributes.get(PARTITION_KEY) if isinstance(attributes, dict) else None
    if isinstance(value, dict) and isinstance(value.get("S"), str):
        return value["S"]
    return UNREADABLE


def query_key(request):
    """The partition key that a query asks for."""
    names = request.get("ExpressionAttributeNames") or {}
    values = request.get("ExpressionAttributeValues") or {}
    expression = request.get("KeyConditionExpression")
    for name, placeholder in re.findall(r"([#\w.-]+)\s*=\s*(:[\w-]+)", expression if isinstance(expression, str) else ""):
        if names.get(name, name) == PARTITION_KEY:
            value = values.get(placeholder)
            if isinstance(value, dict) and isinstance(value.get("S"), str):
                return value["S"]
    return UNREADABLE


def leading_keys(request):
    """The partition keys of one request that is not a transaction; None when it names none (Scan, DescribeTable)."""
    if not isinstance(request, dict):
        return None
    if isinstance(request.get("RequestItems"), dict):
        keys = []
        for entry in request["RequestItems"].values():
            if isinstance(entry, dict):  # BatchGetItem
                keys += [key_of(key) for key in entry.get("Keys") or []]
            for write in entry if isinstance(entry, list) else []:  # BatchWriteItem
                put, delete = write.get("PutRequest") or {}, write.get("DeleteRequest") or {}
                keys.append(key_of(put.get("Item") or delete.get("Key")))
        return keys
    if "KeyConditionExpression" in request or "KeyConditions" in request:
        return [query_key(request)]
    if "Key" in request or "Item" in request:
        return [key_of(request.get("Key") or request.get("Item"))]
    return None


def parsed(body):
    try:
        return json.loads(body or b"{}")
    except (ValueError, TypeError):
        return {}


def install(iam_actions, iam_evaluator):
    """Wraps the internals; raises AttributeError or TypeError when they are not where the pinned version has them."""
    expected = (
        (iam_actions, "dynamodb_service_context", ["body"]),
        (iam_actions, "dynamodb_transaction_checks", ["iam_action", "body", "region", "account_id"]),
        (iam_evaluator, "_conditions_met", ["conditions", "ctx"]),
        (iam_evaluator, "_first_match", ["ctx", "stmts", "effect"]),
        (iam_evaluator, "_resolve_condition_key", ["key", "ctx"]),
    )
    for module, name, parameters in expected:
        found = list(inspect.signature(getattr(module, name)).parameters)
        if found != parameters:
            raise TypeError(f"{module.__name__}.{name} takes {found}, expected {parameters}")
    enforced = list(inspect.signature(iam_evaluator.enforce).parameters)
    if enforced[:6] != ["access_key_id", "iam_action", "service", "region", "resource_arn", "service_context"]:
        raise TypeError(f"{iam_evaluator.__name__}.enforce takes {enforced}")

    own_context = iam_actions.dynamodb_service_context
    own_checks = iam_actions.dynamodb_transaction_checks
    own_conditions = iam_evaluator._conditions_met
    own_first_match = iam_evaluator._first_match
    own_enforce = iam_evaluator.enforce
    resolve_key = iam_evaluator._resolve_condition_key
    members = iam_actions._DYNAMODB_TRANSACT_ITEM_ACTIONS

    def dynamodb_service_context(body):
        keys = leading_keys(parsed(body))
        return {**own_context(body), **({} if keys is None else {"dynamodb:LeadingKeys": keys})}

    def dynamodb_transaction_checks(iam_action, body, region, account_id):
        checks = own_checks(iam_action, body, region, account_id)
        items = parsed(body).get("TransactItems") if checks else []
        keys = [
            key_of(detail.get("Key") or detail.get("Item"))
            for item in items
            if isinstance(item, dict)
            for member in members
            if isinstance(detail := item.get(member), dict) and detail.get("TableName")
        ]
        if len(keys) != len(checks):
            keys = [UNREADABLE] * len(checks)
        keyed = []
        for (action, arn), key in zip(checks, keys):
            arn = Keyed(arn)
            arn.leading_keys = [key]
            keyed.append((action, arn))
        return keyed

    def enforce(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        if isinstance(resource_arn, Keyed):
            service_context = {**(service_context or {}), "dynamodb:LeadingKeys": resource_arn.leading_keys}
            resource_arn = str(resource_arn)
        elif service == "dynamodb" and iam_action.split(":", 1)[1] in KEYED_ACTIONS:
            service_context = {"dynamodb:LeadingKeys": [UNREADABLE], **(service_context or {})}
        return own_enforce(access_key_id, iam_action, service, region, resource_arn, service_context)

    def substitute(text, ctx):
        """The text with its variables replaced; None when one has no value, and then nothing matches it, as on AWS."""
        missing = False

        def value_of(match):
            nonlocal missing
            name = match.group(1)
            if name in LITERALS:
                return LITERALS[name]
            value = resolve_key(name, ctx)
            if not isinstance(value, str) or "*" in value or "?" in value:
                missing = True
                return ""
            return value

        result = VARIABLE.sub(value_of, text)
        return None if missing else result

    def substituted(texts, ctx):
        return [text for text in (substitute(str(each), ctx) for each in texts) if text is not None]

    def _conditions_met(conditions, ctx):
        resolved = {}
        for operator, block in (conditions or {}).items():
            if isinstance(block, dict):
                block = {
                    key: substituted(expected if isinstance(expected, list) else [expected], ctx)
                    if "${" in json.dumps(expected)
                    else expected
                    for key, expected in block.items()
                }
            resolved[operator] = block
        return own_conditions(resolved, ctx)

    def _first_match(ctx, stmts, effect):
        for statement in stmts:
            if any("${" in resource for resource in statement.resources):
                resources = substituted(statement.resources, ctx)
                if not resources:
                    continue
                if own_first_match(ctx, [dataclasses.replace(statement, resources=resources)], effect):
                    return statement
            elif own_first_match(ctx, [statement], effect):
                return statement
        return None

    iam_actions.dynamodb_service_context = dynamodb_service_context
    iam_actions.dynamodb_transaction_checks = dynamodb_transaction_checks
    iam_evaluator._conditions_met = _conditions_met
    iam_evaluator._first_match = _first_match
    iam_evaluator.enforce = enforce


def install_cors(apigateway):
    """Lets an HTTP API answer preflights by the settings of its template; raises like ``install``."""
    expected = (
        ("_cors_response_headers", ["cors_cfg", "origin"]),
        ("_cors_preflight_response", ["cors_cfg", "origin"]),
    )
    for name, parameters in expected:
        found = list(inspect.signature(getattr(apigateway, name)).parameters)
        if found != parameters:
            raise TypeError(f"{apigateway.__name__}.{name} takes {found}, expected {parameters}")
    found = list(inspect.signature(apigateway._handle_execute_in_scope).parameters)
    if found[:5] != ["api_id", "stage", "path", "method", "headers"]:
        raise TypeError(f"{apigateway.__name__}._handle_execute_in_scope takes {found}")

    own_headers = apigateway._cors_response_headers
    own_preflight = apigateway._cors_preflight_response
    own_execute = apigateway._handle_execute_in_scope

    def settings(cors_cfg):
        return {key[:1].lower() + key[1:]: value for key, value in (cors_cfg or {}).items()}

    def _cors_response_headers(cors_cfg, origin):
        return own_headers(settings(cors_cfg), origin)

    async def _handle_execute_in_scope(api_id, stage, path, method, headers, *rest, **named):
        status, answer, body = await own_execute(api_id, stage, path, method, headers, *rest, **named)
        cors_cfg = (apigateway._apis.get(api_id) or {}).get("corsConfiguration")
        if cors_cfg and method != "OPTIONS":
            answer = {**answer, **_cors_response_headers(cors_cfg, (headers or {}).get("origin") or "")}
        return status, answer, body

    apigateway._cors_response_headers = _cors_response_headers
    apigateway._cors_preflight_response = lambda cors_cfg, origin: own_preflight(settings(cors_cfg), origin)
    apigateway._handle_execute_in_scope = _handle_execute_in_scope


def install_streams(lambda_svc):
    """Lets functions read a table's stream from its beginning after a restart; raises like ``install``."""
    found = list(inspect.signature(lambda_svc._restore_esm_positions).parameters)
    if found != ["store", "positions"]:
        raise TypeError(f"{lambda_svc.__name__}._restore_esm_positions takes {found}")
    own_restore = lambda_svc._restore_esm_positions
    streams = lambda_svc._dynamodb_stream_positions

    def _restore_esm_positions(store, positions):
        if store is not streams:
            own_restore(store, positions)

    lambda_svc._restore_esm_positions = _restore_esm_positions
    # What was restored while the module was loaded.
    streams._data.clear()


def self_check(iam_actions, iam_evaluator):
    """Evaluates small policies through the wrapped functions; raises AssertionError when an answer is wrong."""
    table = "arn:aws:dynamodb:us-east-1:000000000000:table/records"
    statements = iam_evaluator.parse_policy_document(
        {
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": ["dynamodb:PutItem", "dynamodb:Query"],
                    "Resource": table,
                    "Condition": {
                        "ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["T#${aws:PrincipalTag/county}#*"]}
                    },
                },
                {
                    "Effect": "Allow",
                    "Action": "s3:GetObject",
                    "Resource": "arn:aws:s3:::evidence/${aws:PrincipalTag/county}/*",
                },
            ]
        }
    )

    def allowed(action, arn, body, tags):
        context = iam_actions.dynamodb_service_context(json.dumps(body).encode()) if body is not None else {}
        ctx = iam_evaluator.EvalContext(
            principal_arn="arn:aws:sts::000000000000:assumed-role/county/session",
            principal_type="AssumedRole",
            principal_account="000000000000",
            action=action,
            resource_arn=arn,
            region="us-east-1",
            service_context={key.lower(): value for key, value in context.items()},
            principal_keys={f"aws:principaltag/{key}": value for key, value in tags.items()},
        )
        return iam_evaluator.evaluate(ctx, [statements]).decision == "Allow"

    def put(key):
        return {"TableName": "records", "Item": {"pk": {"S": key}}}

    def query(key):
        return {
            "TableName": "records",
            "KeyConditionExpression": "#p = :p AND begins_with(sk, :s)",
            "ExpressionAttributeNames": {"#p": "pk"},
            "ExpressionAttributeValues": {":p": {"S": key}, ":s": {"S": "FACT#"}},
        }

    county = {"county": "990101"}
    transaction = {"TransactItems": [{"Put": put("T#990101#a#")}, {"Put": put("T#990102#a#")}]}
    checks = iam_actions.dynamodb_transaction_checks(
        "dynamodb:TransactWriteItems", json.dumps(transaction).encode(), "us-east-1", "000000000000"
    )
    answers = {
        "own key is written": allowed("dynamodb:PutItem", table, put("T#990101#a#"), county),
        "own key is queried": allowed("dynamodb:Query", table, query("T#990101#a#"), county),
        "own file is read": allowed("s3:GetObject", "arn:aws:s3:::evidence/990101/a.pdf", None, county),
        "neighbour's key is not written": not allowed("dynamodb:PutItem", table, put("T#990102#a#"), county),
        "neighbour's key is not queried": not allowed("dynamodb:Query", table, query("T#990102#a#"), county),
        "neighbour's file is not read": not allowed("s3:GetObject", "arn:aws:s3:::evidence/990102/a.pdf", None, county),
        "a session without the tag writes nothing": not allowed("dynamodb:PutItem", table, put("T##a#"), {}),
        "each transaction item carries its own key": [arn.leading_keys for _, arn in checks]
        == [["T#990101#a#"], ["T#990102#a#"]],
    }
    wrong = [name for name, holds in answers.items() if not holds]
    assert not wrong, "; ".join(wrong)


def end_with_parent():
    """Ends in good order, with its state saved, when the command that started it is gone, however that came about."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def main():
    from ministack.core import iam_actions, iam_evaluator
    from ministack.services import apigateway, lambda_svc

    found = version("ministack")
    try:
        install(iam_actions, iam_evaluator)
        install_cors(apigateway)
        install_streams(lambda_svc)
        self_check(iam_actions, iam_evaluator)
    except (AttributeError, TypeError, AssertionError) as problem:
        sys.exit(
            f"MiniStack {found} no longer has the internals that this script completes ({problem}).\n"
            "Without them a neighbour county's key would not be refused locally. Pin the version that is known to work."
        )
    if sys.argv[1:] == ["--check"]:
        print(f"MiniStack {found}: LeadingKeys and policy variables are enforced")
        return
    from ministack.app import main as run

    end_with_parent()
    run()


if __name__ == "__main__":
    main()
