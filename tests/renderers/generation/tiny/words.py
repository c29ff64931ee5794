"""Tokenizers and text encoders that were trained on nothing."""

from __future__ import annotations

from typing import Any

WIDTH = 32
"""Numbers that stand for a token."""


def clip() -> dict[str, Any]:
    """A CLIP text encoder and its tokenizer, by the names that pipelines give them."""
    from transformers import CLIPTextModel

    return {"text_encoder": CLIPTextModel(clip_config()).eval(), "tokenizer": clip_tokenizer()}


def clip_config(**facts: Any) -> Any:
    from transformers import CLIPTextConfig

    common = {"hidden_size": WIDTH, "intermediate_size": 37, "num_attention_heads": 4, "num_hidden_layers": 2}
    vocabulary = len(clip_tokenizer())
    ends = {"bos_token_id": vocabulary - 2, "eos_token_id": vocabulary - 1, "pad_token_id": vocabulary - 1}
    return CLIPTextConfig(**{**common, "vocab_size": vocabulary, **ends, **facts})


def clip_tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    told = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {token: number for number, token in enumerate(told)}
    return CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)


def t5_tokenizer() -> Any:
    from transformers import T5Tokenizer

    signs = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    letters = [(letter, -3.0) for letter in "abcdefghijklmnopqrstuvwxyz.,"]
    return T5Tokenizer(vocab=[*signs, *letters], extra_ids=0)


def t5(kind: str = "T5EncoderModel") -> Any:
    """A T5 (or UMT5) encoder with the vocabulary of `t5_tokenizer`."""
    import transformers

    config: Any = getattr(transformers, kind.replace("EncoderModel", "Config"))
    sizes = {"d_model": WIDTH, "d_kv": 8, "d_ff": 37, "num_layers": 2, "num_heads": 4}
    return getattr(transformers, kind)(config(vocab_size=len(t5_tokenizer()), **sizes)).eval()


def eyes(kind: str = "CLIPVisionModel", size: int = 32) -> Any:
    """What sees a picture for a model: four tokens and one for the whole."""
    import transformers

    config = transformers.CLIPVisionConfig(
        hidden_size=WIDTH, projection_dim=WIDTH, intermediate_size=37, num_hidden_layers=2,
        num_attention_heads=4, image_size=size, patch_size=size // 2,
    )  # fmt: skip
    return getattr(transformers, kind)(config).eval()


def lens(size: int = 32) -> Any:
    """What makes a picture fit for `eyes`."""
    from transformers import CLIPImageProcessor

    return CLIPImageProcessor(crop_size=size, size={"shortest_edge": size})


def letters() -> Any:
    """A tokenizer whose every byte is a token, for models that read with a language model."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {
        token: number for number, token in enumerate(["<pad>", "<bos>", "<eos>", "<unk>", *alphabet])
    }
    plain = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token="<unk>"))
    plain.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    plain.decoder = decoders.ByteLevel()
    signs = {"pad_token": "<pad>", "bos_token": "<bos>", "eos_token": "<eos>", "unk_token": "<unk>"}
    return PreTrainedTokenizerFast(tokenizer_object=plain, **signs)


_SMALL = {
    "hidden_size": WIDTH, "intermediate_size": 37, "num_hidden_layers": 2, "num_attention_heads": 4,
}  # fmt: skip


def llama() -> Any:
    from transformers import LlamaConfig, LlamaModel

    return LlamaModel(LlamaConfig(**_SMALL, vocab_size=260, max_position_embeddings=1024)).eval()


def gemma(width: int) -> Any:
    """Gemma 3 with eyes that nobody uses."""
    from transformers import (
        Gemma3Config,
        Gemma3ForConditionalGeneration,
        Gemma3TextConfig,
        SiglipVisionConfig,
    )

    reading = {**_SMALL, "hidden_size": width, "head_dim": 8, "num_key_value_heads": 2}
    return Gemma3ForConditionalGeneration(
        Gemma3Config(
            text_config=Gemma3TextConfig(
                **reading, vocab_size=270, max_position_embeddings=1024, sliding_window=64
            ),
            vision_config=SiglipVisionConfig(**_SMALL, image_size=32, patch_size=16),
            image_token_index=262, boi_token_index=263, eoi_token_index=264, mm_tokens_per_image=4,
        )
    ).eval()  # fmt: skip


def gemma_tokenizer() -> Any:
    from transformers import GemmaTokenizer

    told = ["<pad>", "<eos>", "<bos>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz.,"]
    return GemmaTokenizer(vocab={token: number for number, token in enumerate(told)}, merges=[])


def siglip() -> Any:
    from transformers import SiglipVisionConfig, SiglipVisionModel

    return SiglipVisionModel(SiglipVisionConfig(**_SMALL, image_size=32, patch_size=16)).eval()


def siglip_lens() -> Any:
    from transformers import SiglipImageProcessor

    return SiglipImageProcessor(size={"height": 32, "width": 32})


def wake(network: Any) -> None:
    """Give random weights to what is zero before any training, as a ControlNet's ends are."""
    from torch.nn.init import normal_

    for weights in network.parameters():
        if weights.ndim > 1 and not weights.any():
            normal_(weights, std=0.1)
